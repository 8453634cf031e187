package org.innsyn.dsr.connector.dav;

import java.io.IOException;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AccountStore;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.dsr.connector.dav.DavServer.DavCollection;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.request.ItemKey;

/** The address books, or the calendars, of a server; a record is a contact, or an event or task with all its repetitions. */
public final class DavStore implements AccountStore {

    /** How often a collection is looked through while others change it. */
    private static final int ROUNDS = 3;

    private final SystemProfile profile;
    private final DavKind kind;
    private final DavServer server;

    public DavStore(SystemProfile profile, DavKind kind, DavServer server) {
        this.profile = profile;
        this.kind = kind;
        this.server = server;
    }

    @Override
    public long count(Account account) {
        try {
            long items = 0;
            for (var collection : server.collections(kind, account)) {
                items += server.items(collection).size();
            }
            return items;
        } catch (IOException e) {
            throw unavailable(e, "Nothing was changed there.");
        }
    }

    @Override
    public Snapshot open(Account account) {
        return new Snapshot() {
            @Override
            public Title title(ItemKey item) {
                return profile.title();
            }

            @Override
            public Content content(ItemKey item) {
                return (Content.Files) sink -> {
                    var files = new DavFiles(kind, server);
                    try {
                        return files.write(server.collections(kind, account), sink);
                    } catch (AnswerRefused e) {
                        throw unavailable(e, "Nothing was changed there.");
                    }
                };
            }

            @Override
            public void close() {
                // Every question is a conversation of its own.
            }
        };
    }

    @Override
    public Transferred transfer(Account account, Target target) {
        try {
            var elsewhere = new DavServer(new GuardedHttp(target.address(), null, Limits.USUAL), target.username(), target.password(), null);
            return new DavTransfer(kind, server, account, elsewhere).carryOut();
        } catch (IOException e) {
            throw new SystemUnavailable("The server %s or the account elsewhere did not do what it was asked (%s). What was put there stays; the rest is when it is tried again."
                    .formatted(profile.system(), e instanceof AnswerRefused ? e.getMessage() : e.getClass().getSimpleName()));
        }
    }

    @Override
    public void empty(Account account) {
        try {
            for (var collection : server.collections(kind, account)) {
                empty(collection);
                server.delete(collection);
            }
        } catch (IOException e) {
            throw unavailable(e, "A part may be removed already; the rest is when it is tried again.");
        }
    }

    private void empty(DavCollection collection) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            boolean gone = true;
            for (var item : server.items(collection)) {
                gone &= server.delete(item);
            }
            if (gone) {
                return;
            }
        }
        throw new AnswerRefused("somebody keeps changing what is to be removed");
    }

    /** What the server said may quote names and contents. */
    private SystemUnavailable unavailable(IOException problem, String state) {
        return new SystemUnavailable("The server %s did not do what it was asked (%s). %s".formatted(profile.system(),
                problem instanceof AnswerRefused ? problem.getMessage() : problem.getClass().getSimpleName(), state));
    }
}

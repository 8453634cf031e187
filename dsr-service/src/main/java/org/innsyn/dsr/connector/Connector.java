package org.innsyn.dsr.connector;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Right;

/**
 * One system that holds personal data. Every call may fail with {@link SystemUnavailable} and can then be made again.
 */
public interface Connector {

    /** The system's name: the first part of its items' keys. */
    String system();

    /** What the system can be asked to do. */
    Set<Ability> abilities();

    /** Where the system's data stands in the access control table ("/customers"). */
    String object();

    /** The legal basis an item is held on, where the system's description says so ("contract"; GDPR Art. 6(1)). */
    default Optional<String> basis(ItemKey item) {
        return Optional.empty();
    }

    /**
     * Counts what the system holds about the person, item by item, with what is proposed for each.
     *
     * @param today the day it is judged on: whether a retention period is over
     */
    List<Holding> discover(Account account, Right right, LocalDate today);

    /** What is proposed while the system does not answer: the same items, of which nobody knows how many records there are. */
    List<Holding> undiscovered(Right right);

    /**
     * Has a system that takes its time begin with what {@link #open} needs; one that does not, does nothing here.
     *
     * @throws AnswerAwaited until it can be opened
     */
    default void prepare(Account account) {}

    /** The same for a system whose answers belong to one request. */
    default void prepare(RequestId request, Account account) {
        prepare(account);
    }

    /** Opens what the system holds for reading. */
    Snapshot open(Account account);

    /** The same for a system whose answers belong to one request. */
    default Snapshot open(RequestId request, Account account) {
        return open(account);
    }

    /**
     * How the person's records are found again once the one that ties them to the account is gone. To be kept safe before
     * {@link #erase}: without it nobody can read back, nor repeat the erasure after a backup was restored.
     *
     * @param known what was kept by an earlier attempt; {@link Trace#NONE} at first
     */
    Trace trace(Account account, Trace known);

    /** The same for a system whose answers belong to one request. */
    default Trace trace(RequestId request, Account account, Trace known) {
        return trace(account, known);
    }

    /**
     * Carries the decisions out and looks every item up again before it is final. Doing it twice changes nothing more. A database does
     * all or nothing; a system without transactions may have done a part when it fails, and does the rest when it is asked again.
     *
     * @throws AnswerAwaited while a system that takes its time is at it
     * @throws SystemUnavailable when it is not done; the message says why, and what became of what is there, without personal data
     */
    List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today);

    /** By which rules it keeps what it keeps. */
    default List<StorageRule> storage() {
        return List.of();
    }

    /** Which fields of which of its items the system can correct itself; the others are people's to do. */
    default Map<ItemKey, List<String>> rectifiable() {
        return Map.of();
    }

    /**
     * What fields say that are to be corrected, so that both can be shown afterwards; those that cannot be looked up, or say nothing, are not among them.
     *
     * @throws SystemUnavailable when it does not answer
     */
    default List<Correction> saying(Account account, List<Correction> corrections) {
        return List.of();
    }

    /**
     * Has fields say what the person says is right (GDPR Art. 16), and looks again where the system can be looked into. Doing it twice changes nothing more.
     *
     * @param request whose corrections these are
     * @param corrections of fields among {@link #rectifiable}
     * @return one result for each item that is named
     * @throws AnswerAwaited while a system that takes its time is at it
     * @throws SystemUnavailable when it is not done; the message says why, without personal data
     */
    default List<ItemResult> rectify(RequestId request, Account account, List<Correction> corrections) {
        throw new SystemUnavailable("What " + system() + " holds cannot be corrected by this service.");
    }

    /** The field whose value names one of several records of an item that can be corrected; empty where this service cannot tell them apart. */
    default Optional<String> recordKey(ItemKey item) {
        return Optional.empty();
    }

    /** Which of its items the system can mark as restricted itself; the others are people's to do. */
    default Set<ItemKey> restrictable() {
        return Set.of();
    }

    /**
     * Marks items as restricted (GDPR Art. 18) and looks again. Doing it twice changes nothing more.
     *
     * @param items some of {@link #restrictable}
     * @throws SystemUnavailable when it is not done; the message says why, without personal data
     */
    default List<ItemResult> restrict(Account account, List<ItemKey> items) {
        throw new SystemUnavailable("What " + system() + " holds cannot be marked as restricted by this service.");
    }

    /**
     * Takes the mark of restriction from items again (GDPR Art. 18(3)) and looks again. Doing it twice changes nothing more.
     *
     * @param items some of {@link #restrictable}
     * @throws SystemUnavailable when it is not done; the message says why, without personal data
     */
    default List<ItemResult> lift(Account account, List<ItemKey> items) {
        throw new SystemUnavailable("What " + system() + " holds cannot be freed from a restriction by this service.");
    }

    /**
     * Puts what the system holds into an account elsewhere and compares; only what says {@link Ability#TRANSFER} can.
     *
     * @throws SystemUnavailable when either side does not answer; it can be asked again
     */
    default Transferred transfer(Account account, Target target) {
        throw new SystemUnavailable("What " + system() + " holds cannot be put into an account elsewhere.");
    }

    /** How the address of an account elsewhere begins that {@link #transfer} can put something into: "imaps" or "https". */
    default String transferScheme() {
        return "https";
    }

    /**
     * How many records that were erased are there now: none, unless a backup of the system was restored. Only what the kept trace leads to is looked at where
     * the system tells records apart; one that knows the account alone counts whatever is there.
     *
     * @param trace as it was kept
     * @param decisions what was decided for this system
     * @param day the day it was judged on
     * @throws SystemUnavailable also where nobody but people can look
     */
    default long back(Trace trace, List<Decision> decisions, LocalDate day) {
        throw new SystemUnavailable("What a restored backup brought back to " + system() + " cannot be looked up by this service: somebody has to look.");
    }

    /** The trace by which what is back is erased once more, with what there is now. To be kept safe before {@link #erase}. */
    default Trace again(Trace trace) {
        throw new SystemUnavailable("What a restored backup brought back to " + system() + " cannot be erased by this service: somebody has to do it.");
    }
}

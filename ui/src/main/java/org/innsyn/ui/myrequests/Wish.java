package org.innsyn.ui.myrequests;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Words;

/** What somebody can ask for, as its page and its texts are named. */
enum Wish {
    COPY(Right.ACCESS, false),
    ERASURE(Right.ERASURE, false),
    RECTIFICATION(Right.RECTIFICATION, true),
    RESTRICTION(Right.RESTRICTION, false),
    PORTABILITY(Right.PORTABILITY, false),
    OBJECTION(Right.OBJECTION, true),
    HUMAN_REVIEW(Right.HUMAN_REVIEW, true),
    CONSENT_WITHDRAWAL(Right.CONSENT_WITHDRAWAL, false);

    private final Right right;
    private final boolean needsWords;

    Wish(Right right, boolean needsWords) {
        this.right = right;
        this.needsWords = needsWords;
    }

    /** By the last part of its address. */
    static Optional<Wish> named(String address) {
        return Stream.of(values()).filter(wish -> wish.address().equals(address)).findFirst();
    }

    String address() {
        return Words.name(this);
    }

    Right right() {
        return right;
    }

    /** Whether nobody could tell what is meant without a word from the person. */
    boolean needsWords() {
        return needsWords;
    }

    /** Whether it needs a fresh sign-in, as the service does for it. */
    boolean cannotBeUndone() {
        return this == ERASURE;
    }

    /** The name of one of its texts. */
    String text(String name) {
        return "new-request." + address() + "." + name;
    }

    /** Texts that stand one after another: {@code happens.1}, {@code happens.2} and so on. */
    List<String> texts(String name, Words words) {
        return IntStream.iterate(1, number -> words.knows(text(name + "." + number)), number -> number + 1)
                .mapToObj(number -> words.say(text(name + "." + number)))
                .toList();
    }
}

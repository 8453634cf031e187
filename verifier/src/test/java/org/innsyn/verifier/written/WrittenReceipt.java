package org.innsyn.verifier.written;

/** A receipt as a company signs it. */
public final class WrittenReceipt {

    private WrittenReceipt() {}

    /** @param key that is named in it, and signs it */
    public static String by(LogKey key) {
        return by(key, "");
    }

    /** @param more members beside the usual ones, each with a comma in front */
    public static String by(LogKey key, String more) {
        return key.sign("""
                innsyn-receipt/1
                {"request":"0f3c0000-0000-4000-8000-000000000002","reference":"R-7Q4K-2M","right":"erasure","state":"done","receivedAt":"2026-03-02T12:00:00Z",\
                "madeAt":"2026-03-09T12:00:00Z","items":[{"item":"shop/cases","category":"support","outcome":"erase","state":"done","affected":{"erased":2},\
                "readBackAt":"2026-03-08T12:00:00Z","byHand":false,"erasedAgainAt":"2026-03-08T18:00:00Z"},{"item":"shop/invoices","category":"invoices","outcome":"keep","state":"done","affected":{},\
                "ground":"bookkeeping-law","keptUntil":"2031-12-31","byHand":false}],"key":"%s"%s}
                """.formatted(key.verifierKey(), more));
    }
}

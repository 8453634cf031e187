package org.innsyn.demo.company;

import java.math.BigDecimal;

/** What the company sells. */
enum Plan {
    POST("Post 10 GB", "29.00"),
    POST_PLUS("Post 50 GB", "59.00"),
    FAMILY("Familie 5 x 50 GB", "149.00"),
    BUSINESS("Bedrift 100 GB", "249.00");

    private final String title;
    private final BigDecimal monthly;

    Plan(String title, String monthly) {
        this.title = title;
        this.monthly = new BigDecimal(monthly);
    }

    String title() {
        return title;
    }

    /** Norwegian kroner a month. */
    BigDecimal monthly() {
        return monthly;
    }
}

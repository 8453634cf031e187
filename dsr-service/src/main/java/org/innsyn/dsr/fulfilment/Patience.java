package org.innsyn.dsr.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a failing task is tried.
 *
 * @param attempts after how many people are told
 * @param firstPause between the first two; doubled each time
 * @param longestPause the longest between two
 * @param askAgain how soon an unanswered question to another service is asked again
 * @param lease how long a task belongs to a worker that says nothing: so late it is taken up after a crash
 * @param copyLife how long a copy can be fetched
 */
@ConfigurationProperties("innsyn.fulfilment")
record Patience(
        @DefaultValue("8") int attempts,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("15s") Duration askAgain,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("7d") Duration copyLife) {}

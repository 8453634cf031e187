package org.innsyn.capture;

/**
 * How capturing stands.
 *
 * @param waiting events captured and not acknowledged
 * @param spoolBytes bytes of disk the spool takes
 * @param recorded events acknowledged since the spool was opened
 * @param refused events the audit-service will not record as they are, kept aside
 * @param damages spoilt pieces of the spool, kept aside
 * @param torn writes that had not come to their end and were cut off when the spool was opened: 0 or 1, and no loss
 * @param away whether the audit-service did not answer the last time
 */
public record CaptureState(long waiting, long spoolBytes, long recorded, long refused, long damages, long torn, boolean away) {}

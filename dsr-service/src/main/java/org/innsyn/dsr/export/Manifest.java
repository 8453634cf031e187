package org.innsyn.dsr.export;

import java.time.Instant;
import java.util.List;
import org.innsyn.platform.files.PackageFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what the copy holds, so that it can be checked file by file.
 *
 * @param format always "innsyn-copy/2"
 * @param request the request's id
 * @param reference the request's reference
 * @param decidedAt when it was approved
 * @param accessLogEntries how many entries the access log had then; absent when it is left out
 * @param accessLogEnded how many of them, from the first on, had ended with their time; the others are all here. Absent when none had
 * @param withheld how many records of which item are kept out, and for which ground; absent when none are
 * @param csv what was changed in CSV files
 * @param copyKey what its signature is checked with, for want of the same key had from elsewhere
 * @param files every other file but the signature
 */
record Manifest(
        String format,
        String request,
        String reference,
        Instant decidedAt,
        @Nullable Long accessLogEntries,
        @Nullable Long accessLogEnded,
        @Nullable List<Withheld.Line> withheld,
        String csv,
        String copyKey,
        List<PackageFile> files) {}

package dev.vidiexport.domain.verify;

import java.time.Duration;

/**
 * How far a verification has come. Immutable.
 *
 * @param done how many listed files, or slices of tables, have been looked at
 * @param files how many there are to look at
 * @param bytesDone how much has been read of files
 * @param bytes how much there is to read, by the ledger
 */
public record VerifyProgress(long done, long files, long bytesDone, long bytes, Duration elapsed) {}

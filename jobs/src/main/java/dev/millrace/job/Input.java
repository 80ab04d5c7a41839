package dev.millrace.job;

import dev.millrace.table.Asset;
import dev.millrace.table.Reach;

/**
 * Something that a job reads.
 *
 * @param asset what it reads
 * @param reach how far it reaches into it
 */
public record Input(Asset asset, Reach reach) {}

package dev.millrace.storage;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file that lies in the landing folder.
 *
 * @param uri where it lies, as the file system names it
 * @param path its path relative to the landing folder
 * @param day the day of delivery that its path tells
 * @param bytes its size
 * @param modified its modification time, epoch milliseconds
 */
public record LandedFile(String uri, String path, LocalDate day, long bytes, long modified) implements Serializable {}

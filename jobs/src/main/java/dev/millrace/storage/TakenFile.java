package dev.millrace.storage;

/**
 * A delivered file as a commit of bronze took it in.
 *
 * @param file path relative to the landing folder
 * @param day day of delivery, ISO
 * @param status {@code taken_in} or {@code unreadable}
 * @param bytes size as delivered
 * @param modified modification time, epoch milliseconds
 * @param sha256 checksum, hexadecimal
 * @param delivered lines below the header that are not blank
 * @param bronze rows in bronze
 * @param quarantined rows in quarantine
 * @param message why it is unreadable, or null
 */
public record TakenFile(
        String file,
        String day,
        String status,
        long bytes,
        long modified,
        String sha256,
        long delivered,
        long bronze,
        long quarantined,
        String message) {}

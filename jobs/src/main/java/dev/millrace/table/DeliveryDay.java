package dev.millrace.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the day on which a file was delivered is told.
 *
 * @param inPath finds it in the file's path below the landing folder; its groups, joined by hyphens, are an ISO date
 * @param fixed the day of all files, where paths tell none
 * @param fileTime whether the file's own time of change tells it
 */
public record DeliveryDay(Pattern inPath, Optional<LocalDate> fixed, boolean fileTime) {

    /**
     * The day of a file.
     *
     * @return empty where the path does not tell
     * @throws DateTimeException where it tells what is no date
     */
    public Optional<LocalDate> of(String path, long modifiedMillis) {
        if (fixed.isPresent()) {
            return fixed;
        }
        if (fileTime) {
            return Optional.of(
                    Instant.ofEpochMilli(modifiedMillis).atZone(ZoneOffset.UTC).toLocalDate());
        }
        Matcher matcher = inPath.matcher(path);
        return matcher.find() ? Optional.of(LocalDate.parse(joined(matcher))) : Optional.empty();
    }

    private static String joined(Matcher matcher) {
        List<String> parts = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            parts.add(matcher.group(group));
        }
        return String.join("-", parts);
    }
}

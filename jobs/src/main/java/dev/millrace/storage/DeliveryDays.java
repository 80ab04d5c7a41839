package dev.millrace.storage;

import dev.millrace.table.SourceSpec;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Tells the day of delivery of a file, or why it cannot be told. */
final class DeliveryDays {

    private DeliveryDays() {}

    static LocalDate of(SourceSpec source, String path, long modifiedMillis) {
        try {
            return source.deliveryDay()
                    .of(path, modifiedMillis)
                    .orElseThrow(() -> new LandingException("The path " + path + " of source '" + source.name()
                            + "' tells no day of delivery by "
                            + source.deliveryDay().inPath() + mend(source)));
        } catch (DateTimeException e) {
            throw new LandingException("The path " + path + " of source '" + source.name()
                    + "' names a day that is no ISO date: " + e.getMessage() + "." + mend(source));
        }
    }

    private static String mend(SourceSpec source) {
        return " Mend the file's name or sources." + source.name() + ".delivery-date, or give the day in sources."
                + source.name() + ".delivered-on.";
    }
}

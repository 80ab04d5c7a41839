package dev.millrace.settings;

import com.typesafe.config.ConfigObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what pooled methods of a forecast take. */
final class PooledReader {

    private final ConfigBlock whole;
    private final Map<String, Map<LocalDate, String>> calendars = new TreeMap<>();

    PooledReader(ConfigBlock whole) {
        this.whole = whole;
        ConfigObject named = whole.config().getObject("calendars");
        named.keySet().forEach(name -> calendars.put(name, calendar(whole.block("calendars"), name)));
    }

    private static Map<LocalDate, String> calendar(ConfigBlock calendars, String name) {
        Map<LocalDate, String> days = new TreeMap<>();
        ConfigBlock block = calendars.block(name);
        for (String holiday : block.config().root().keySet()) {
            for (String day : block.config().getStringList('"' + holiday + '"')) {
                try {
                    days.put(LocalDate.parse(day), holiday);
                } catch (DateTimeParseException e) {
                    block.problem(holiday, "names '" + day + "': give ISO dates such as 2024-12-25.");
                }
            }
        }
        return days;
    }

    PooledSettings read(ConfigBlock block) {
        return new PooledSettings(
                block.wholeNumber("pooled-values", 1, Integer.MAX_VALUE),
                attributes(block),
                calendar(block),
                inputs(block));
    }

    private static List<AttributeColumn> attributes(ConfigBlock block) {
        List<AttributeColumn> attributes = new ArrayList<>();
        for (String name : block.texts("attributes")) {
            try {
                attributes.add(AttributeColumn.of(name));
            } catch (IllegalArgumentException e) {
                block.problem(
                        "attributes",
                        "names '" + name + "': give a table and its column, such as silver.product.category.");
            }
        }
        return attributes;
    }

    private HolidayCalendar calendar(ConfigBlock block) {
        String name = block.text("calendar");
        if (name.equals(HolidayCalendar.NONE) || calendars.containsKey(name)) {
            return new HolidayCalendar(name, calendars.getOrDefault(name, Map.of()));
        }
        List<String> codes = CountryCalendars.codes(name);
        if (!codes.contains(name)) {
            List<String> known = new ArrayList<>(codes);
            known.addAll(calendars.keySet());
            known.add(HolidayCalendar.NONE);
            block.problem(
                    "calendar",
                    "is '" + name + "', which is no calendar of 'calendars' and no country that is known. "
                            + NearestName.hint(name, known));
            return new HolidayCalendar(HolidayCalendar.NONE, Map.of());
        }
        return new HolidayCalendar(name, Map.of());
    }

    private List<PlannedInput> inputs(ConfigBlock block) {
        List<PlannedInput> inputs = new ArrayList<>();
        block.named("inputs", whole.config().getConfig("forecast-input-defaults"))
                .forEach((name, input) -> inputs.add(new PlannedInput(
                        name,
                        input.required("table").replace('.', '/'),
                        input.required("value"),
                        input.text("where"),
                        input.choice("missing", PlannedInput.Missing.class))));
        return inputs;
    }
}

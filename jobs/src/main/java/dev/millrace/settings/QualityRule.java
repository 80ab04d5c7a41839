package dev.millrace.settings;

import java.util.List;

/**
 * A rule that a company sets for an entity, beside those that its table declares.
 *
 * @param entity the entity's name
 * @param name what results call it
 * @param measure what is looked at
 * @param onFailure what becomes of it
 */
public record QualityRule(String entity, String name, Measure measure, OnFailure onFailure) {

    /** What becomes of rows or tables that break a rule. */
    public enum OnFailure {
        /** They are told of. */
        WARN,
        /** Rows are set aside. */
        QUARANTINE,
        /** Nothing is written. */
        ABORT
    }

    /** What a rule looks at. */
    public sealed interface Measure {

        /** What a person reads as expected. */
        String expected();

        /** Whether it judges rows, and not the table as a whole. */
        default boolean ofRows() {
            return this instanceof Condition || this instanceof Accepted || this instanceof Reference;
        }
    }

    /** A SQL condition over the entity's columns; a row for which it is unknown passes. */
    public record Condition(String sql) implements Measure {

        @Override
        public String expected() {
            return sql;
        }
    }

    /** A column that has one of some values, or none. */
    public record Accepted(String column, List<String> values) implements Measure {

        public Accepted {
            values = List.copyOf(values);
        }

        @Override
        public String expected() {
            return column + " is one of " + String.join(", ", values);
        }
    }

    /** A column whose value, where there is one, another entity's column has. */
    public record Reference(String column, String otherEntity, String otherColumn) implements Measure {

        @Override
        public String expected() {
            return column + " is a " + otherColumn + " of " + otherEntity;
        }
    }

    /** The newest day of the table, no longer than so many days before the run's last day. */
    public record Freshness(int days) implements Measure {

        @Override
        public String expected() {
            return "newest day at most " + days + " day(s) before the run's last";
        }
    }

    /** The rows of each day made, within a share of the median of the days before. */
    public record Volume(double share, int historyDays) implements Measure {

        @Override
        public String expected() {
            return "rows a day within " + Math.round(100 * share) + " % of the median of the " + historyDays
                    + " days before";
        }
    }

    /** The values of a column, alike to those of the days before: population stability index below a limit. */
    public record Distribution(String column, double limit, int historyDays) implements Measure {

        @Override
        public String expected() {
            return "population stability index of " + column + " against the " + historyDays + " days before at most "
                    + limit;
        }
    }

    /** Where the rule stands in the configuration. */
    public String path() {
        return "rules." + entity + "." + name;
    }
}

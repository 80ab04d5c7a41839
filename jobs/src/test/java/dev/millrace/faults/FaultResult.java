package dev.millrace.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How a lake came out of a fault and the run after it.
 *
 * @param kind the kind of fault
 * @param name which one of its kind
 * @param outcome whether the tables are those of a clean run
 * @param lost rows of the clean run that are missing
 * @param doubled rows that the clean run does not have, or has less often
 * @param seconds from the fault to the end of the run after it
 * @param note what else there is to say
 */
public record FaultResult(
        String kind, String name, Outcome outcome, long lost, long doubled, double seconds, String note) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** How it ended. */
    public enum Outcome {
        /** The tables are those of a clean run. */
        EQUAL,
        /** They are not, or the run after the fault failed. */
        DIFFERENT,
        /** This machine cannot make the fault. */
        NOT_POSSIBLE
    }

    /** A fault that this machine cannot make. */
    public static FaultResult notPossible(String kind, String name, String why) {
        return new FaultResult(kind, name, Outcome.NOT_POSSIBLE, 0, 0, 0, why);
    }

    /** A fault that went wrong itself. */
    public static FaultResult broken(String kind, Exception why) {
        return new FaultResult(kind, "broken off", Outcome.DIFFERENT, 0, 0, 0, why.toString());
    }

    public boolean isBad() {
        return outcome == Outcome.DIFFERENT;
    }

    /** What {@link #toJson} wrote. */
    static FaultResult parse(String json) {
        try {
            return JSON.readValue(json, FaultResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line of JSON. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

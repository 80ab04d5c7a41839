package dev.millrace.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.table.DaySet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit says about itself in its {@code userMetadata}: enough to tell from the tables alone what a killed run left
 * to do.
 *
 * @param run the run that committed
 * @param job the job whose rows they are
 * @param fingerprint the settings that the rows depend on
 * @param days the days that the commit touched, as {@link DaySet#toString()} writes them
 * @param inputs the version of each input table that the rows were made from
 * @param files the delivered files that the commit took in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommitTag(
        String run, String job, String fingerprint, String days, Map<String, Long> inputs, List<TakenFile> files) {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    public CommitTag {
        fingerprint = fingerprint == null ? "" : fingerprint;
        days = days == null ? "" : days;
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** The days that the commit touched. */
    public DaySet touchedDays() {
        return DaySet.parse(days);
    }

    /** The same for other days. */
    public CommitTag touching(DaySet touched) {
        return new CommitTag(run, job, fingerprint, touched.toString(), inputs, files);
    }

    /** The same, with the delivered files that the commit takes in. */
    public CommitTag taking(List<TakenFile> taken) {
        return new CommitTag(run, job, fingerprint, days, inputs, taken);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tag in a commit's metadata; empty where another program committed. */
    static Optional<CommitTag> parse(String userMetadata) {
        try {
            CommitTag tag = JSON.readValue(userMetadata, CommitTag.class);
            return tag.run() == null || tag.job() == null ? Optional.empty() : Optional.of(tag);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

package dev.millrace.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a commit of upkeep, which changes no row, says in its {@code userMetadata}: which commit last changed rows, and what that
 * one said. So both can still be told when the log no longer has it.
 *
 * @param after the version that last changed rows
 * @param carried the tag of that version, without the files that it took in: they are recorded once
 */
record UpkeepTag(long after, CommitTag carried) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The text for a commit of upkeep after a commit. */
    static String text(String run, TaggedCommit last) {
        try {
            ObjectNode tag = (ObjectNode) JSON.readTree(last.tag().toJson());
            tag.remove("files");
            return JSON.createObjectNode()
                    .put("upkeep", run)
                    .put("after", last.version())
                    .set("carries", tag)
                    .toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tag in a commit's metadata; empty where it was no upkeep. */
    static Optional<UpkeepTag> parse(String userMetadata) {
        try {
            JsonNode tag = JSON.readTree(userMetadata);
            return tag.hasNonNull("upkeep") && tag.hasNonNull("after")
                    ? CommitTag.parse(tag.path("carries").toString())
                            .map(carried -> new UpkeepTag(tag.get("after").asLong(), carried))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

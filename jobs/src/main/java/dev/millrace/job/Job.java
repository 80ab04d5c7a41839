package dev.millrace.job;

import dev.millrace.table.Asset;
import java.util.Set;

/**
 * One step of the pipeline. It declares what it reads and writes, computes, and returns; it never reads or writes itself.
 */
public interface Job {

    /** Its name, unique in a company, a verb and what it acts on, such as {@code conform-order_line}. */
    String name();

    /** What it reads, and how far. */
    Set<Input> inputs();

    /** What it writes; no other job writes any of it. */
    Set<Asset> outputs();

    /** The settings that its rows depend on; when they change, everything is made anew. */
    default String fingerprint() {
        return "";
    }

    /**
     * Computes the outputs.
     *
     * @param inputs the declared inputs, as far as they reach
     * @param run the run that it is part of
     * @return one output for each declared
     * @throws DataException when the input is too bad to go on
     */
    JobOutputs build(JobInputs inputs, RunContext run);
}

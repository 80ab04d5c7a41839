package dev.millrace.faults;

import java.util.function.Consumer;

/** A kind of fault: inflicts it on copies of a company's lake, runs again, and tells what came of it. */
public interface Fault {

    /** Its name in the table of results. */
    String kind();

    /** Inflicts the fault, as often as there are ways to. */
    void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception;
}

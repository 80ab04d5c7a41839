package dev.millrace.evaluate;

/** An evaluation needs public data that is not on this machine. */
public final class MissingDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingDatasetException(String dataset) {
        super("The public data set '" + dataset
                + "' is not there: give the folder that holds the data sets with --datasets or MILLRACE_DATASETS. README.md"
                + " says where they come from.");
    }
}

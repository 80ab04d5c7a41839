package dev.millrace.quality;

/** Rows break the contract of their table; the table stays as it was. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContractException(String message) {
        super(message);
    }
}

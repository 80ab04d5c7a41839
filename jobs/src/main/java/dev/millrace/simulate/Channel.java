package dev.millrace.simulate;

/** Where an order or a web session comes from, and the planted share of its sessions that buy. */
enum Channel {
    SEARCH("search", 0.28),
    EMAIL("e-mail", 0.32),
    CONTENT("content", 0.12),
    SOCIAL("social", 0.10),
    PARTNER("partner", 0.22),
    DIRECT("direct", 0.30),
    /** The shop's counter, which leaves no web session. */
    STORE("store", 1.0);

    private final String label;
    private final double conversion;

    Channel(String label, double conversion) {
        this.label = label;
        this.conversion = conversion;
    }

    String label() {
        return label;
    }

    double conversion() {
        return conversion;
    }

    /** Sessions that only browse, for each that buys. */
    double browsingPerPurchase() {
        return (1 - conversion) / conversion;
    }
}

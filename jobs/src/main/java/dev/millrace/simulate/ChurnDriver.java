package dev.millrace.simulate;

/**
 * Why a customer leaves. The drivers are competing risks: their hazards add up, each a multiple of the segment's base hazard, and each
 * but the first shows beforehand in the delivered data.
 */
enum ChurnDriver {
    /** Orders thin out, nothing else shows. */
    NATURAL("natural", 0.25, 0),
    /** Moves to another city shortly before leaving. */
    MOVED("moved", 0.25, 10),
    /** Withdraws e-mail consent first; three times likelier if acquired by social or partner. */
    LOST_INTEREST("lost-interest", 0.5, 14),
    /** Returns more and more; only customers prone to return. */
    DISAPPOINTED("disappointed", 3.0, 30);

    private final String label;
    private final double hazardMultiple;
    private final int leadDays;

    ChurnDriver(String label, double hazardMultiple, int leadDays) {
        this.label = label;
        this.hazardMultiple = hazardMultiple;
        this.leadDays = leadDays;
    }

    String label() {
        return label;
    }

    /** Times the segment's base hazard. */
    double hazardMultiple() {
        return hazardMultiple;
    }

    /** Days between the sign and the churn date. */
    int leadDays() {
        return leadDays;
    }
}

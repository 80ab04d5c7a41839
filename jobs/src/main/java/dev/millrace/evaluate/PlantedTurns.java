package dev.millrace.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A daily series of two years, with the days on which its trend was made to turn or jump.
 *
 * @param plan what it was drawn from
 * @param values one a day
 * @param turns the last day of each old direction and the first of each new level, in order; none of a random walk
 */
@SuppressWarnings("ArrayRecordComponent") // read often: copies would cost more than they guard
record PlantedTurns(Plan plan, double[] values, List<Integer> turns) {

    static final int DAYS = 730;

    private static final int WEEK = 7;
    private static final double LEVEL = 100;
    /** Turns lie in the middle parts of so many equal parts of the series, one each. */
    private static final int PARTS = 4;

    private static final int TO_NEIGHBOURS = 45;

    /** What happens to a trend. */
    enum Kind {
        /** Nothing: noise about a level. */
        STEADY,
        /** Nothing: a random walk, which looks as if it turned. */
        WALK,
        /** The slope changes by 0.2 to 0.5 a day, up or down. */
        BENDS,
        /** The level changes by 10 to 30, up or down. */
        JUMPS,
        /** The one or the other, by turns. */
        BOTH
    }

    /**
     * What a series is drawn from.
     *
     * @param kind what happens
     * @param noise standard deviation of a day's noise, or of a step of the walk; the level begins at 100
     * @param kept what part of its noise a day takes over from the day before
     * @param weekly whether days of the week differ, by up to 20
     */
    record Plan(Kind kind, double noise, double kept, boolean weekly) {}

    /** Draws a series. */
    static PlantedTurns of(Plan plan, long seed) {
        Random chance = new Random(seed);
        List<Integer> turns = new ArrayList<>();
        double[] values = trend(plan.kind(), chance, turns);
        double[] week = chance.doubles(WEEK, plan.weekly() ? -20 : 0, plan.weekly() ? 20 : 1e-9)
                .toArray();
        boolean walks = plan.kind() == Kind.WALK;
        double kept = walks ? 1 : plan.kept();
        double step = walks ? plan.noise() : plan.noise() * Math.sqrt(1 - kept * kept);
        double noise = walks ? 0 : plan.noise() * chance.nextGaussian();
        for (int t = 0; t < DAYS; t++) {
            values[t] += noise + week[t % WEEK];
            noise = kept * noise + step * chance.nextGaussian();
        }
        return new PlantedTurns(plan, values, List.copyOf(turns));
    }

    private static double[] trend(Kind kind, Random chance, List<Integer> turns) {
        double[] trend = new double[DAYS];
        boolean moves = kind != Kind.STEADY && kind != Kind.WALK;
        double slope = kind == Kind.BENDS || kind == Kind.BOTH ? 0.2 * (chance.nextDouble() - 0.5) : 0;
        double level = LEVEL;
        int next = moves ? turn(1, chance) : DAYS;
        for (int t = 0; t < DAYS; t++) {
            level += t == 0 ? 0 : slope;
            if (t == next) {
                turns.add(t);
                boolean jumps = kind == Kind.JUMPS || (kind == Kind.BOTH && turns.size() % 2 == 0);
                double size = (chance.nextBoolean() ? 1 : -1) * (1 + (jumps ? 2 : 1.5) * chance.nextDouble());
                level += jumps ? 10 * size : 0;
                slope += jumps ? 0 : 0.2 * size;
                next = turns.size() < PARTS - 2 ? turn(turns.size() + 1, chance) : DAYS;
            }
            trend[t] = level;
        }
        return trend;
    }

    private static int turn(int part, Random chance) {
        int length = DAYS / PARTS;
        return part * length + TO_NEIGHBOURS + chance.nextInt(length - TO_NEIGHBOURS);
    }
}

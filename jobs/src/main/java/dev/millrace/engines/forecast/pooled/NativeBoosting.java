package dev.millrace.engines.forecast.pooled;

import java.util.Optional;

/** Where LightGBM's native code runs. */
final class NativeBoosting {

    private NativeBoosting() {}

    /**
     * Why it does not run there, and what to do.
     *
     * @param system Java's name of the operating system
     * @param processor Java's name of the processor
     */
    static Optional<String> refusal(String system, String processor) {
        return system.equals("Linux") && processor.equals("amd64")
                ? Optional.empty()
                : Optional.of("LightGBM's native code runs on Linux on x86-64 alone, and this is " + system + " on "
                        + processor + ": take 'boosted' out of the forecast's methods, or run elsewhere.");
    }

    /**
     * Lets pass where it runs.
     *
     * @throws UnsupportedOperationException elsewhere
     */
    static void check() {
        refusal(System.getProperty("os.name"), System.getProperty("os.arch")).ifPresent(refusal -> {
            throw new UnsupportedOperationException(refusal);
        });
    }
}

package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeBoostingTest {

    @Test
    void whereNativeCodeDoesNotRunItSaysWhatToDo() {
        assertEquals(Optional.empty(), NativeBoosting.refusal("Linux", "amd64"));
        assertTrue(NativeBoosting.refusal("Mac OS X", "aarch64").orElseThrow().contains("take 'boosted' out"));
        assertTrue(NativeBoosting.refusal("Linux", "aarch64").isPresent());
    }
}

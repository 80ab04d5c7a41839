package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EtsFormTest {

    @Test
    void shortNamesAreReadAndLongOnesWritten() {
        assertEquals("ETS(A,Ad,M)", EtsForm.of("AAdM").toString());
        assertEquals("MNN", EtsForm.of("MNN").letters());
    }

    @Test
    void anUnknownFormIsRefusedWithAnExample() {
        String message = assertThrows(IllegalArgumentException.class, () -> EtsForm.of("AMM"))
                .getMessage();

        assertTrue(message.contains("AMM") && message.contains("such as AAdA"), message);
    }

    @Test
    void parametersAreSmoothingAndFreeStatesAndTheVariance() {
        assertEquals(3, EtsForm.of("ANN").parameters(1));
        // alpha, beta, gamma, phi; level, slope, six of seven seasons; variance.
        assertEquals(13, EtsForm.of("MAdM").parameters(7));
    }
}

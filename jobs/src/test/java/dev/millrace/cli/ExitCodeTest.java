package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.DataException;
import dev.millrace.settings.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void causesDecide() {
        assertEquals(ExitCode.USAGE, ExitCode.of(new IllegalStateException(new ConfigurationException("wrong"))));
        assertEquals(ExitCode.DATA, ExitCode.of(new IllegalStateException(new DataException("bad"))));
        assertEquals(ExitCode.RETRY, ExitCode.of(new UncheckedIOException(new IOException("gone"))));
        assertEquals(
                ExitCode.USAGE,
                ExitCode.of(new UncheckedIOException(new UnsupportedFileSystemException("No FileSystem for scheme"))));
        assertEquals(ExitCode.BUG, ExitCode.of(new IllegalStateException("never")));
    }

    @Test
    void aFullDiskIsKnownByItsTextAlone() {
        Throwable failure = new SparkException(
                "Job aborted due to stage failure:\njava.io.IOException: No space left on device\n\tat x", null);
        assertEquals(ExitCode.RETRY, ExitCode.of(failure));
        String told = Failures.problems(failure).get(0);
        assertTrue(told.startsWith("java.io.IOException: No space left on device"), told);
    }

    @Test
    void ofSeveralFailuresTheOneThatTryingAgainHelpsLeastDecides() {
        Throwable data = new DataException("bad");
        Throwable disk = new UncheckedIOException(new IOException("gone"));
        assertEquals(ExitCode.DATA, ExitCode.ofAll(List.of(disk, data)));
        assertEquals(ExitCode.DONE, ExitCode.ofAll(List.of()));
    }
}

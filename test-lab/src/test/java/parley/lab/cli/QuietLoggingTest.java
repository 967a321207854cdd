package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
  @Test
  void aRecordIsOneLineWithoutItsStackTrace() {
    LogRecord record = new LogRecord(Level.SEVERE, "no route\nto {0}");
    record.setLoggerName("gov.nist.javax.sip.Stack");
    record.setThrown(new IllegalStateException("by design"));
    assertEquals(
        "severe Stack: no route (IllegalStateException)%n".formatted(),
        new QuietLogging.OneLine().format(record));
  }

  @Test
  void nothingBelowSevereReachesTheConsole() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                QuietLoggingTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertTrue(said.contains("severe " + QuietLoggingTest.class.getSimpleName() + ": shown"), said);
    assertEquals(1, said.lines().count(), said);
  }

  /** A process of its own, since logging is configured once per process. */
  public static void main(String[] arguments) {
    QuietLogging.install();
    org.slf4j.Logger logger = org.slf4j.LoggerFactory.getLogger(QuietLoggingTest.class);
    logger.debug("not shown");
    logger.info("not shown");
    logger.warn("not shown");
    logger.error("shown");
  }
}

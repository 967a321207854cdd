package parley.lab.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Keeps the libraries' talk off the console. JAIN-SIP, Netty and libjitsi log much that is of no
 * use to someone who certifies a device; only SEVERE is shown, in one line and without its stack
 * trace. The environment variable {@code PARLEY_LOG} (a level of java.util.logging, such as FINE)
 * lets more through, stack traces too.
 */
public final class QuietLogging {
  private static final String LOG4J = "log4j2.loggerContextFactory";
  private static final String BY_CLASS = "java.util.logging.config.class";

  /**
   * Called by {@link LogManager} when the first logger is asked for, which a command such as {@code
   * --version} never does.
   */
  public QuietLogging() throws IOException {
    String asked = System.getenv("PARLEY_LOG");
    boolean quiet = asked == null || asked.isBlank();
    String level = quiet ? "SEVERE" : asked.strip().toUpperCase(Locale.ROOT);
    String formatter =
        quiet ? OneLine.class.getName() : java.util.logging.SimpleFormatter.class.getName();
    String settings =
        """
        handlers=java.util.logging.ConsoleHandler
        .level=%s
        java.util.logging.ConsoleHandler.level=%s
        java.util.logging.ConsoleHandler.formatter=%s
        """
            .formatted(level, level, formatter);
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Makes this the process's logging, unless the user configured java.util.logging by hand. */
  public static void install() {
    // The reader of docx files logs by Log4j's interface, which else complains of having no logger.
    if (System.getProperty(LOG4J) == null) {
      System.setProperty(LOG4J, "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    }
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty(BY_CLASS) == null) {
      System.setProperty(BY_CLASS, QuietLogging.class.getName());
    }
  }

  /** One record, one line: level, the logger's last word, and the message. */
  public static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
      String message = formatMessage(record).lines().findFirst().orElse("");
      Throwable thrown = record.getThrown();
      return "%s %s: %s%s%n"
          .formatted(
              record.getLevel().getName().toLowerCase(Locale.ROOT),
              logger.substring(logger.lastIndexOf('.') + 1),
              message,
              thrown == null ? "" : " (" + thrown.getClass().getSimpleName() + ")");
    }
  }
}

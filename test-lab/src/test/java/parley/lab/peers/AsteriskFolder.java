package parley.lab.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder an {@link AsteriskH323} lives in: its whole configuration, and what it writes. */
final class AsteriskFolder {
  /** Who may use the console. */
  static final String USER = "parley";

  static final String SECRET = "parley";

  /** Nothing else is loaded; each starts in a moment and opens no port of its own. */
  private static final List<String> MODULES =
      List.of(
          "res_timing_timerfd",
          "res_sorcery_config",
          "res_pjproject",
          "res_rtp_asterisk",
          "codec_ulaw",
          "codec_alaw",
          "codec_gsm",
          "codec_g722",
          "codec_resample",
          "bridge_simple",
          "app_echo",
          "app_milliwatt",
          "app_senddtmf",
          "pbx_config",
          "chan_ooh323");

  /** Parts of its core that want a file although it says nothing. */
  private static final List<String> EMPTY =
      List.of("ccss", "cdr", "cel", "features", "pjproject", "stasis", "udptl");

  private AsteriskFolder() {}

  /**
   * @param folder must not hold another one's
   * @param installed the folder usr of what .ci/asterisk-h323 fetched
   */
  static void write(Path folder, Path installed, AsteriskH323Settings settings) throws IOException {
    for (String name : List.of("log", "run", "data", "spool")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("asterisk.conf"), directories(folder, modules(installed), installed));
    Files.writeString(
        folder.resolve("modules.conf"),
        "[modules]\nautoload=no\n"
            + String.join("\n", MODULES.stream().map(m -> "load=" + m + ".so").toList()));
    for (String name : EMPTY) {
      Files.writeString(folder.resolve(name + ".conf"), "[general]\n");
    }
    Files.writeString(
        folder.resolve("logger.conf"),
        "[general]\n[logfiles]\nfull=notice,warning,error,verbose,dtmf\n");
    Files.writeString(folder.resolve("indications.conf"), INDICATIONS);
    Files.writeString(
        folder.resolve("rtp.conf"), "[general]\nrtpstart=20000\nrtpend=20999\nstrictrtp=no\n");
    Files.writeString(folder.resolve("manager.conf"), console(settings.address().getHostAddress()));
    Files.writeString(folder.resolve("extensions.conf"), DIAL_PLAN);
    Files.writeString(
        folder.resolve("ooh323.conf"),
        settings.channelDriver(folder.resolve("log/h323").toString()));
  }

  private static Path modules(Path installed) throws IOException {
    try (Stream<Path> architectures = Files.list(installed.resolve("lib"))) {
      return architectures
          .map(folder -> folder.resolve("asterisk/modules"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(() -> new IOException("no Asterisk modules in " + installed));
    }
  }

  private static String directories(Path folder, Path modules, Path installed) {
    return """
    [directories]
    astetcdir => %1$s
    astmoddir => %2$s
    astdatadir => %3$s/share/asterisk
    astvarlibdir => %1$s/data
    astdbdir => %1$s/data
    astkeydir => %1$s/data
    astagidir => %1$s/data
    astspooldir => %1$s/spool
    astrundir => %1$s/run
    astlogdir => %1$s/log
    [options]
    verbose = 4
    """
        .formatted(folder, modules, installed);
  }

  private static String console(String address) {
    return """
    [general]
    enabled=yes
    webenabled=no
    bindaddr=%s
    port=5038
    [%s]
    secret=%s
    read=call,dtmf,system
    write=all
    """
        .formatted(address, USER, SECRET);
  }

  private static final String INDICATIONS =
      """
      [general]
      country=us
      [us]
      description=whatever the tones, it wants some
      ringcadence=2000,4000
      dial=350+440
      busy=480+620/500,0/500
      ring=440+480/2000,0/4000
      congestion=480+620/250,0/250
      """;

  /** An alias that is no number, and none at all ({@code s}), is an echo. */
  private static final String DIAL_PLAN =
      """
      [dialled]
      exten => %s,1,Answer()
       same => n,Echo()
      exten => %s,1,Answer()
       same => n,Wait(3600)
      exten => %s,1,Answer()
       same => n,Wait(1)
       same => n,SendDTMF(%s,200,150)
       same => n,Milliwatt()
      exten => %s,1,Busy(10)
      exten => %s,1,Congestion(10)
      exten => %s,1,Ringing()
       same => n,Wait(3600)
      exten => %s,1,Answer()
       same => n,Wait(1)
       same => n,Hangup()
      exten => %s,1,Answer()
       same => n,Milliwatt()
      exten => s,1,Goto(%s,1)
      exten => _[a-zA-Z].,1,Goto(%s,1)
      """
          .formatted(
              AsteriskH323.ECHO,
              AsteriskH323.LISTENING,
              AsteriskH323.DIALLING,
              AsteriskH323.DIGITS,
              AsteriskH323.BUSY,
              AsteriskH323.CONGESTED,
              AsteriskH323.RINGING,
              AsteriskH323.LEAVING,
              AsteriskH323.TONE,
              AsteriskH323.ECHO,
              AsteriskH323.ECHO);
}

package parley.lab.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.lab.peers.Peers;

/** The shell script, in a checkout of its own with a program that only says what it was given. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "find",
          "head",
          "tail",
          "mkdir",
          "rmdir",
          "rm",
          "mv",
          "cp",
          "cat",
          "date",
          "sed",
          "tr",
          "sleep",
          "dirname",
          "readlink",
          "basename",
          "touch");

  private record Ended(int status, String out, String err) {
    @Override
    public String toString() {
      return "status " + status + "\nout:\n" + out + "\nerr:\n" + err;
    }
  }

  @TempDir Path folder;
  private Path checkout = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void makeCheckout() throws Exception {
    Path shell = Path.of("/bin/sh");
    Assumptions.assumeTrue(Files.isExecutable(shell), "there is no /bin/sh here");
    // A blank in the name, since people have them.
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    Path root = Path.of(System.getProperty("parley.root"));
    Files.copy(root.resolve("parley"), checkout.resolve("parley"));
    executable(checkout.resolve("parley"));
    source("pom.xml");
    source("test-lab/pom.xml");
    source("test-lab/src/main/java/Some.java");
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path there = Peers.find(tool).orElseThrow();
      Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + there + " \"$@\"\n");
      executable(tools.resolve(tool));
    }
    program(folder.resolve("echo.jar"));
  }

  private void source(String name) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void program(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String name = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = LauncherTest.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      if (code == null) {
        throw new IOException(name + " is not on the class path");
      }
      code.transferTo(out);
    }
  }

  /** Stands for the program: each word on a line of its own. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
      for (String argument : arguments) {
        System.out.println("[" + argument + "]");
      }
      System.exit(arguments.length > 0 && arguments[0].equals("fail") ? 1 : 0);
    }
  }

  /** A Maven that notes its words and does what is asked of it. */
  private void maven(String last) throws IOException {
    Path script = tools.resolve("mvn");
    Files.writeString(
        script,
        """
        #!/bin/sh
        for word in "$@"; do printf '[%%s]\\n' "$word"; done >"$RECORD"
        printf 'JAVA_HOME=%%s\\n' "$JAVA_HOME" >>"$RECORD"
        echo '[INFO] Building Parley :: test-lab 0.1.0    [6/6]'
        mkdir -p "$CHECKOUT/test-lab/target/parley/lib"
        %s
        """
            .formatted(last));
    executable(script);
  }

  private Ended launch(Map<String, String> more, Path from, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", folder.toString());
    environment.put("PATH", tools.toString());
    environment.put("PARLEY_JAVA_HOME", System.getProperty("java.home"));
    environment.put("RECORD", folder.resolve("record").toString());
    environment.put("CHECKOUT", checkout.toString());
    environment.putAll(more);
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Ended launch(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("parley").toString()));
    command.addAll(List.of(words));
    return launch(Map.of(), folder, command.toArray(String[]::new));
  }

  @Test
  void buildsOnceAndPassesEveryWordAsItIs() throws Exception {
    maven("cp \"$CHECKOUT/../echo.jar\" \"$CHECKOUT/test-lab/target/parley/lib/parley.jar\"");
    Ended first = launch("certify", "sip:a b@c", "it's \"q\"", "$HOME", "", "*");
    assertEquals(0, first.status(), first::toString);
    assertEquals(
        "[certify]\n[sip:a b@c]\n[it's \"q\"]\n[$HOME]\n[]\n[*]\n", first.out(), first::toString);
    assertTrue(first.err().contains("parley: building Parley :: test-lab 0.1.0 [6/6]"));
    assertTrue(first.err().contains("parley: built in "), first::toString);
    String record = Files.readString(folder.resolve("record"));
    assertTrue(record.contains("[package]"), record);
    assertTrue(record.contains("[" + checkout.resolve("pom.xml") + "]"), record);
    assertTrue(record.contains("JAVA_HOME=" + System.getProperty("java.home")), record);
    assertFalse(Files.exists(checkout.resolve("target/build.lock")), "the lock is given back");

    // Nothing is newer: no second build, no word about one; and the status is the program's own.
    Files.delete(folder.resolve("record"));
    Ended second = launch("fail", "x");
    assertEquals(1, second.status(), second::toString);
    assertEquals("", second.err(), second::toString);
    assertFalse(Files.exists(folder.resolve("record")));

    // From elsewhere, through links, one of them relative.
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Files.createSymbolicLink(elsewhere.resolve("absolute"), checkout.resolve("parley"));
    Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));
    Ended linked = launch(Map.of(), elsewhere, "./relative", "a b");
    assertEquals(new Ended(0, "[a b]\n", ""), linked);
    Ended found =
        launch(
            Map.of("PATH", tools + File.pathSeparator + elsewhere),
            folder,
            "sh",
            "-c",
            "relative 1");
    assertEquals(new Ended(0, "[1]\n", ""), found);

    // A cache that does not fit is passed over without a word.
    Files.writeString(checkout.resolve("test-lab/target/parley/parley.aot"), "no cache");
    assertEquals(new Ended(0, "[1]\n", ""), launch("1"));

    // A source that is newer is built again.
    Files.setLastModifiedTime(
        checkout.resolve("test-lab/src/main/java/Some.java"),
        FileTime.from(Instant.now().plusSeconds(5)));
    assertTrue(launch("1").err().contains("parley: built in "));
    assertTrue(Files.exists(folder.resolve("record")));
  }

  @Test
  void aBuildThatFailsShowsItsLastLines() throws Exception {
    maven("echo 'what the compiler said'; exit 1");
    Ended ended = launch("cases");
    assertEquals(2, ended.status(), ended::toString);
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("the build failed; the last lines of "), ended::toString);
    assertTrue(ended.err().contains("  what the compiler said"), ended::toString);
    assertFalse(Files.exists(checkout.resolve("target/build.lock")), "the lock is given back");
  }

  @Test
  void aHomeThatIsNoJdkIsNamed() throws Exception {
    Ended ended =
        launch(
            Map.of("PARLEY_JAVA_HOME", "/no jdk"),
            folder,
            checkout.resolve("parley").toString(),
            "--version");
    assertEquals(2, ended.status(), ended::toString);
    assertTrue(ended.err().contains("PARLEY_JAVA_HOME is /no jdk, and that is no JDK 25"));
    assertTrue(ended.err().contains("or unset it"), ended::toString);
    assertEquals("", ended.out());
  }

  @Test
  void withoutMavenItSaysHowToGetIt() throws Exception {
    for (String word : List.of("--version", "test")) {
      Ended ended = launch(word);
      assertEquals(2, ended.status(), ended::toString);
      assertTrue(ended.err().contains("Maven is needed to build Parley"), ended::toString);
      assertTrue(ended.err().contains("apt-get install maven"), ended::toString);
      assertEquals("", ended.out());
    }
  }

  @Test
  void testsGoToMavenWithWhatFollows() throws Exception {
    maven("exit 7");
    Ended ended = launch("test", "-Dtest=A B", "-o");
    assertEquals(7, ended.status(), ended::toString);
    String record = Files.readString(folder.resolve("record"));
    assertTrue(record.contains("[verify]\n[-Dtest=A B]\n[-o]\n"), record);
    assertFalse(Files.exists(checkout.resolve("target/build.lock")), "the lock is given back");
  }
}

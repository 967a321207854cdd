package parley.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** The house has floors: an arrow points from who knows to who is known, and nothing points up. */
class FloorsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("parley");

  /** Octets and times go in, values come out. */
  private static final String[] CORES = {
    "parley.core.wire..",
    "parley.core.judge..",
    "parley.core.stream..",
    "parley.core.trace..",
    "parley.core.transcript..",
    "parley.core.measure..",
    "parley.core.media.protection..",
    "parley.core.media.rtp..",
    "parley.core.media.rtcp..",
    "parley.core.media.video..",
    "parley.core.media.signal..",
    "parley.core.quality..",
    "parley.core.suite.checks..",
    "parley.core.suite.figures..",
    "parley.core.tender..",
    "parley.h323.address..",
    "parley.h323.capability..",
    "parley.h323.checks..",
    "parley.h323.content..",
    "parley.h323.control..",
    "parley.h323.fecc..",
    "parley.h323.per..",
    "parley.h323.q931..",
    "parley.h323.ras",
    "parley.h323.ras.message",
    "parley.h323.ras.password",
    "parley.h323.reader..",
    "parley.h323.security..",
    "parley.h323.trace..",
    "parley.h323.traversal",
    "parley.sip.auth..",
    "parley.sip.checks..",
    "parley.sip.message..",
    "parley.sip.reader..",
    "parley.sip.sdp..",
    "parley.sip.trace..",
  };

  @Test
  void nothingPointsUp() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("profiles")
        .definedBy("parley.profiles..")
        .layer("core")
        .definedBy("parley.core..")
        .layer("sip")
        .definedBy("parley.sip..")
        .optionalLayer("h323")
        .definedBy("parley.h323..")
        .layer("lab")
        .definedBy("parley.lab..")
        .whereLayer("lab")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("sip")
        .mayOnlyBeAccessedByLayers("lab")
        .whereLayer("h323")
        .mayOnlyBeAccessedByLayers("lab")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("sip", "h323", "lab")
        .whereLayer("profiles")
        .mayOnlyBeAccessedByLayers("core", "sip", "h323", "lab")
        .check(HOUSE);
  }

  @Test
  void noRoomsStandInACircle() {
    slices().matching("parley.core.(**)").should().beFreeOfCycles().check(HOUSE);
    slices().matching("parley.sip.(*)..").should().beFreeOfCycles().check(HOUSE);
    slices().matching("parley.h323.(**)").should().beFreeOfCycles().check(HOUSE);
    slices().matching("parley.lab.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void coresDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(CORES)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "io.netty..", "java.nio.file..", "java.nio.channels..", "javax.net..")
                .or(type(java.io.InputStream.class))
                .or(type(java.io.OutputStream.class))
                .or(type(java.net.Socket.class))
                .or(type(java.net.DatagramSocket.class)))
        .check(HOUSE);
  }

  @Test
  void coresKeepNoClockAndStartNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(CORES)
        .should()
        .dependOnClassesThat(
            type(java.time.Clock.class).or(type(Thread.class)).or(type(Executor.class)))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(HOUSE);
  }
}

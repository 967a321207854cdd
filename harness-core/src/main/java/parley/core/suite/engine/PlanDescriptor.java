package parley.core.suite.engine;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import parley.core.plan.Plan;
import parley.core.suite.Area;
import parley.core.suite.Catalogue;
import parley.core.suite.Suite;
import parley.core.suite.TestCase;
import parley.profiles.Loaded;

/** A plan and the cases it selects; or what is wrong with it. */
final class PlanDescriptor extends AbstractTestDescriptor {
  static final String FILE_SEGMENT = "plan";
  static final String CLASS_SEGMENT = "class";

  private final Loaded<Suite> suite;
  private final Settings settings;

  private PlanDescriptor(
      UniqueId id, String name, TestSource source, Loaded<Suite> suite, Settings settings) {
    super(id, name, source);
    this.suite = suite;
    this.settings = settings;
    if (suite instanceof Loaded.Good<Suite>(Suite planned)) {
      addCases(planned);
    }
  }

  static Optional<PlanDescriptor> ofFile(UniqueId engine, Path file, Settings settings) {
    return Optional.of(
        new PlanDescriptor(
            engine.append(FILE_SEGMENT, file.toString()),
            file.toString(),
            FileSource.from(file.toFile()),
            load(file, settings),
            settings));
  }

  static Optional<PlanDescriptor> ofClass(UniqueId engine, Class<?> type, Settings settings) {
    Certify certify = type.getAnnotation(Certify.class);
    if (certify == null) {
      return Optional.empty();
    }
    Path file = Path.of(certify.plan());
    return Optional.of(
        new PlanDescriptor(
            engine.append(CLASS_SEGMENT, type.getName()),
            type.getSimpleName(),
            ClassSource.from(type),
            load(file, settings),
            settings));
  }

  static Optional<PlanDescriptor> ofClass(UniqueId engine, String type, Settings settings) {
    return org.junit.platform.commons.support.ReflectionSupport.tryToLoadClass(type)
        .toOptional()
        .flatMap(loaded -> ofClass(engine, loaded, settings));
  }

  private static Loaded<Suite> load(Path file, Settings settings) {
    return Plan.load(Optional.of(file), List.of())
        .then(plan -> Suite.of(settings.applyTo(plan), Catalogue.load()));
  }

  private void addCases(Suite planned) {
    addChild(new CaseDescriptor(getUniqueId(), planned.preflight()));
    Map<Area, TestDescriptor> areas = new EnumMap<>(Area.class);
    for (TestCase testCase : planned.cases()) {
      TestDescriptor area =
          areas.computeIfAbsent(
              testCase.area(),
              key -> {
                AreaDescriptor made = new AreaDescriptor(getUniqueId(), key);
                addChild(made);
                return made;
              });
      area.addChild(new CaseDescriptor(area.getUniqueId(), testCase));
    }
  }

  /** The same plan with nothing but what stands at or below {@code wanted}. */
  PlanDescriptor only(UniqueId wanted) {
    for (TestDescriptor descriptor : List.copyOf(getDescendants())) {
      boolean kept =
          descriptor.getUniqueId().hasPrefix(wanted)
              || wanted.hasPrefix(descriptor.getUniqueId())
              || (descriptor instanceof CaseDescriptor
                  && descriptor.getParent().filter(this::equals).isPresent());
      if (!kept) {
        descriptor.removeFromHierarchy();
      }
    }
    return this;
  }

  Loaded<Suite> suite() {
    return suite;
  }

  Settings settings() {
    return settings;
  }

  /** The case descriptors in the order they run; the laboratory's own check is first. */
  List<CaseDescriptor> cases() {
    return getDescendants().stream()
        .filter(CaseDescriptor.class::isInstance)
        .map(CaseDescriptor.class::cast)
        .toList();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** A plan that cannot be used has no tests, and must not vanish for that. */
  @Override
  public boolean mayRegisterTests() {
    return suite instanceof Loaded.Bad<Suite>;
  }

  /** The cases of one area. */
  static final class AreaDescriptor extends AbstractTestDescriptor {
    AreaDescriptor(UniqueId parent, Area area) {
      super(parent.append("area", area.name()), area.name());
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }
  }

  /** One case. */
  static final class CaseDescriptor extends AbstractTestDescriptor {
    private final TestCase testCase;

    CaseDescriptor(UniqueId parent, TestCase testCase) {
      super(
          parent.append("case", testCase.id().toString()),
          testCase.id() + " " + testCase.title(),
          ClassSource.from(testCase.getClass()));
      this.testCase = testCase;
    }

    TestCase testCase() {
      return testCase;
    }

    @Override
    public String getLegacyReportingName() {
      return testCase.id().toString();
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}

package parley.lab.tender;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.tender.Entrant;
import parley.core.tender.MeasuredRun;
import parley.lab.console.CommandStopped;
import parley.profiles.Loaded;
import parley.profiles.Nearest;
import parley.profiles.Profile;
import parley.profiles.Profiles;
import parley.profiles.tender.Contender;
import parley.profiles.tender.Tender;

/**
 * The columns of a tender's table: its own candidates, then those the user names. A bundle goes to
 * the candidate that the user writes before it, or whose profile it names or is recognised by; a
 * bundle of a simulator always has a column of its own.
 */
public final class Entrants {
  private final Tender tender;
  private final Profile installed;
  private final Map<String, Entrant> columns = new LinkedHashMap<>();
  private final List<MeasuredRun> runs = new ArrayList<>();

  /** The tender's own candidates. */
  public Entrants(Tender tender) {
    this.tender = tender;
    this.installed = profile(tender.installed());
    for (Contender one : tender.candidates()) {
      columns.put(
          one.name(),
          new Entrant(
              one.name(),
              one.maker(),
              false,
              one.profile().map(Entrants::profile),
              one.declared(),
              List.of()));
    }
  }

  /** One value of {@code --candidate}: a profile or a bundle, with or without {@code NAME=}. */
  public void add(String argument) {
    int sign = argument.indexOf('=');
    Optional<String> name = sign > 0 ? Optional.of(argument.substring(0, sign)) : Optional.empty();
    String what = argument.substring(sign > 0 ? sign + 1 : 0);
    name.ifPresent(this::mustBeCandidate);
    if (what.endsWith(".asice")) {
      bundle(name, Path.of(what));
    } else {
      profile(name, what);
    }
  }

  public Profile installed() {
    return installed;
  }

  public List<Entrant> columns() {
    return List.copyOf(columns.values());
  }

  public List<MeasuredRun> runs() {
    return List.copyOf(runs);
  }

  private void mustBeCandidate(String name) {
    if (!columns.containsKey(name)) {
      throw CommandStopped.usage(
          "the tender has no candidate '"
              + name
              + "'"
              + Nearest.to(name, columns.keySet())
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse("")
              + " (candidates: "
              + String.join(", ", columns.keySet())
              + ")");
    }
  }

  private void profile(Optional<String> name, String what) {
    Profile profile = profile(what);
    if (name.isPresent()) {
      if (profile.simulated()) {
        throw CommandStopped.usage(
            "'" + what + "' describes a simulator: it says nothing of " + name.get());
      }
      columns.computeIfPresent(
          name.get(),
          (key, old) ->
              new Entrant(
                  key, old.maker(), false, Optional.of(profile), old.declared(), old.runs()));
      return;
    }
    columns.putIfAbsent(
        profile.name(),
        new Entrant(
            profile.name(),
            profile.maker().value().orElse(profile.name()),
            profile.simulated(),
            Optional.of(profile),
            Map.of(),
            List.of()));
  }

  private void bundle(Optional<String> name, Path file) {
    BundleRuns.Read read = BundleRuns.read(file, tender.installed(), installed);
    MeasuredRun run = read.run();
    if (name.isPresent() && run.simulated()) {
      throw CommandStopped.usage(
          "the bundle '" + file + "' is of a simulator: it says nothing of " + name.get(),
          "Give it without '" + name.get() + "=': it then has a column of its own.");
    }
    runs.add(run);
    if (run.isInstalled()) {
      return;
    }
    String column =
        name.or(() -> run.simulated() ? Optional.empty() : recognised(read)).orElse(run.device());
    columns.compute(
        column,
        (key, old) -> {
          List<MeasuredRun> all = new ArrayList<>(old == null ? List.of() : old.runs());
          all.add(run);
          return old == null
              ? new Entrant(key, key, run.simulated(), Optional.empty(), Map.of(), all)
              : new Entrant(key, old.maker(), old.simulated(), old.profile(), old.declared(), all);
        });
  }

  private Optional<String> recognised(BundleRuns.Read read) {
    return columns.values().stream()
        .filter(
            one ->
                one.profile()
                    .map(
                        profile ->
                            read.profile().map(profile.name()::equals).orElse(false)
                                || read.product().map(profile::recognises).orElse(false))
                    .orElse(false))
        .map(Entrant::name)
        .findFirst();
  }

  private static Profile profile(String nameOrFile) {
    return switch (Profiles.load(nameOrFile)) {
      case Loaded.Good<Profile>(Profile good) -> good;
      case Loaded.Bad<Profile> bad ->
          throw CommandStopped.usage(
              "the profile '" + nameOrFile + "' cannot be used",
              bad.problems().stream().map(Object::toString).toArray(String[]::new));
    };
  }
}

package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.progress.UntoldTags;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.domain.topology.TopologyFilter;
import dev.vidiexport.domain.topology.TopologyNames;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what an export can ask for. */
@CommandLine.Command(
    name = "locations",
    description = "Lists networks, sites, locations and tags with their ids.",
    footer = {
      "",
      "It makes 5 calls, and one for each tag to learn what has it; VidiCenter allows 50 a minute.",
      "--json without TEXT makes only the 5.",
      "",
      "Example, with VIDICENTER_USERNAME and VIDICENTER_TOKEN set:",
      "  ${sys:vidiexport.command:-vidiexport} locations entrance"
    })
final class LocationsCommand implements Command {
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TEXT",
      description =
          "Show only what has TEXT in its id, its label, or the label of its site, network or"
              + " tags.")
  private @Nullable String text;

  @Option(names = "--json", description = "Write VidiCenter's own objects as JSON.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Mixin private final ShortTimeoutOption timeout = new ShortTimeoutOption();

  LocationsCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<Duration> limit = timeout.read(problems);
    Optional<SessionSettings> settings = connection.settings(limit, console, problems);
    if (text != null && text.isBlank()) {
      problems.add("TEXT must not be empty. Leave it out to see everything.");
    }
    problems.throwIfAny();
    try (CommandSession session = CommandSession.open(settings.orElseThrow(), console, messages)) {
      ListLocations listing = session.listing(limit.orElseThrow());
      TerminationSignals signals = TerminationSignals.watch(messages);
      signals.register(listing::cancel);
      return signals.run(() -> show(listing, messages));
    }
  }

  private void show(ListLocations listing, UserMessages messages) {
    Topology all = listing.topology();
    TagAssignments tagAssignments =
        json && text == null ? TagAssignments.NONE : listing.tagAssignments(all);
    UntoldTags.tell(tagAssignments.untold(), messages);
    TopologyNames topologyNames = new TopologyNames(all, tagAssignments);
    Topology shown = text == null ? all : new TopologyFilter(text, topologyNames).of(all);
    if (shown.isEmpty()) {
      messages.note(
          text == null
              ? "VidiCenter shows this user no networks, sites, locations or tags."
              : "Nothing has %s in its id or its labels.".formatted(QuotedText.of(text)));
    }
    if (json) {
      console.out().println(LocationListing.asJson(shown));
    } else if (!shown.isEmpty()) {
      console.out().println(LocationListing.asText(shown, topologyNames));
    }
  }
}

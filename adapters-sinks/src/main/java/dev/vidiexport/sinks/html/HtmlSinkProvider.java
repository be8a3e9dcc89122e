package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.audience.AskedRows;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The format {@code html}: not the rows, but a report of the audience that they tell of. Immutable.
 */
public final class HtmlSinkProvider implements SinkProvider {
  static final String TITLE = "title";
  static final String TOP = "top";
  static final String PLACE = "place";
  static final String COMBINE = "combine";
  static final String LANGUAGE = "language";

  /** For the service loader. */
  public HtmlSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "html";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("html", "htm");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        new SinkOption(
            TITLE, new OptionKind.Text(), Optional.empty(), "What stands over the page."),
        SinkOption.of(
            TOP,
            new OptionKind.Whole(1, ReportSettings.MOST_SHOWN),
            Integer.toString(ReportSettings.USUALLY_SHOWN),
            "How many places the ranking shows."),
        SinkOption.of(
            PLACE,
            OptionKind.Choice.of("location", "site"),
            "location",
            "What a place is: a camera, or a site with all its cameras."),
        new SinkOption(
            COMBINE,
            OptionKind.Choice.of("sum", "average"),
            Optional.empty(),
            "What the cameras of a site are together; only with place=site."),
        SinkOption.of(
            LANGUAGE,
            new OptionKind.Choice(
                Arrays.stream(PageLanguage.values()).map(PageLanguage::tag).toList()),
            PageLanguage.EN.tag(),
            "The language of the page."));
  }

  @Override
  public boolean wantsNames() {
    return true;
  }

  @Override
  public Optional<String> problemWith(SinkOptions options, Map<String, String> request) {
    if (!HtmlOptions.canCombine(options)) {
      return Optional.of(
          "The format html combines only the cameras of sites: it needs place=site.");
    }
    return AskedRows.problemWith(request);
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    CreationTime.now();
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return HtmlSink.open(context, CreationTime.now());
  }
}

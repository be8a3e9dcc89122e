package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.sinks.report.ReportTables;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes an audience report as a page: one file that needs no other, asks nothing of anybody, and
 * runs nothing but its own scripts.
 */
public final class AudiencePage {
  /** From here on the badge is at ease. */
  private static final double WELL_COVERED = 0.95;

  /** Below this it warns. */
  private static final double FAIRLY_COVERED = 0.8;

  private AudiencePage() {}

  /**
   * Writes a page. The same report and settings give the same bytes.
   *
   * @param out takes the page as UTF-8, and stays open
   * @throws IOException when that fails
   */
  public static void write(AudienceReport report, PageSettings settings, OutputStream out)
      throws IOException {
    PageView view = view(report, settings);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      JtepageGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(writer)), null, view);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private static PageView view(AudienceReport report, PageSettings settings) throws IOException {
    PageWords words = PageWords.of(settings.language(), report);
    ReportTables tables = ReportTables.of(report);
    String span = words.spans().of(report.span());
    String title =
        settings
            .title()
            .filter(text -> !text.isBlank())
            .orElseGet(() -> words.text("title.default"));
    String library = PageParts.library();
    String script = PageParts.script();
    String style = PageParts.style();
    String margins = PrintMargins.of(title, span);
    SummaryViews summary = new SummaryViews(report, words);
    return new PageView(
        settings.language().tag(),
        title,
        span,
        policy(List.of(library, script), List.of(style, margins)),
        summary.measured().capitalised(words.language().locale()).plain(),
        badgeLook(report.headline().of(FigureKind.COVERAGE)),
        style,
        margins,
        library,
        script,
        PageData.of(report, tables, words),
        words,
        summary.view(),
        sections(report, tables, words),
        new MethodViews(report, settings, words).view());
  }

  private static List<SectionView> sections(
      AudienceReport report, ReportTables tables, PageWords words) {
    PlaceSections places = new PlaceSections(report, tables, words);
    PeopleSections people = new PeopleSections(report, tables, words);
    List<SectionView> sections =
        new ArrayList<>(new TimeSections(report, tables, words).sections());
    sections.add(places.places());
    people.people().ifPresent(sections::add);
    people.attention().ifPresent(sections::add);
    places.vehicles().ifPresent(sections::add);
    places.footfall().ifPresent(sections::add);
    sections.add(places.quality());
    return sections;
  }

  /** Nothing but these scripts and styles, and nothing from anywhere. */
  private static String policy(List<String> scripts, List<String> styles) {
    return "default-src 'none'; script-src "
        + hashes(scripts)
        + "; style-src "
        + hashes(styles)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String hashes(List<String> texts) {
    return String.join(" ", texts.stream().map(SourceHash::of).toList());
  }

  private static String badgeLook(OptionalDouble coverage) {
    if (coverage.isEmpty()) {
      return "unknown";
    }
    if (coverage.getAsDouble() >= WELL_COVERED) {
      return "well";
    }
    return coverage.getAsDouble() >= FAIRLY_COVERED ? "fair" : "poor";
  }
}

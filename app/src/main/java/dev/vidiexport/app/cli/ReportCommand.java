package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.report.ReportJob;
import dev.vidiexport.app.report.ReportOrder;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Makes a page about an audience. */
@CommandLine.Command(
    name = "report",
    description = "Makes a page about an audience, of a history or of files of rows. Calls nobody.",
    footer = {
      "",
      "The page is one HTML file, which needs no network and can be mailed.",
      "",
      "Examples, the first with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} report --last 1M --compare previous -o audience.html",
      "  ${sys:vidiexport.command:-vidiexport} report viewers.parquet ots.parquet -o audience.html"
    })
final class ReportCommand implements Command {
  private final Console console;

  @Mixin private final ReportOptions options = new ReportOptions();
  @Mixin private final ProjectOptions project = new ProjectOptions();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    ReportOrder order =
        new ReportOrderReader(options, project, console, problems)
            .read(common.sinks(console, problems));
    return new ReportJob(order, console, messages).run();
  }
}

package dev.vidiexport.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The program itself; what it does is in its commands. */
@CommandLine.Command(
    name = RootCommand.NAME,
    description = "Exports audience data from Quividi's VidiCenter into files.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  ${sys:vidiexport.command:-vidiexport} export --data-type viewers --time-resolution 1h --locations 1056 \\",
      "    --start 2016-04-29T10:00:00 --end 2016-04-29T11:00:00 -o viewers.csv",
      "",
      "The help of a command: vidiexport COMMAND --help"
    })
final class RootCommand {
  static final String NAME = "vidiexport";

  @Mixin final CommonOptions common = new CommonOptions();
}

package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The service as systemd would run it, where no systemd runs: its own command, as its own user
 * without any capability, with everything read-only but the folders that it names, an empty folder
 * for temporary files, and the token as a credential, root's with a list that names one more
 * reader.
 *
 * @param machine where it is installed
 * @param settings the unit's, the last of each name
 * @param instance what stands behind the unit's {@code @}
 */
record ServiceRun(CopiedMachine machine, Map<String, String> settings, String instance) {
  private static final String CREDENTIALS = "/run/credentials/vidiexport-sync";
  private static final String TRACE = "/var/lib/vidiexport/trace";

  /** Takes the unit as it is installed. */
  static ServiceRun of(CopiedMachine machine, String instance) throws IOException {
    Path unit = machine.file("/usr/lib/systemd/system/vidiexport-sync@.service");
    Map<String, String> settings =
        Files.readAllLines(unit).stream()
            .filter(line -> line.matches("[A-Z][A-Za-z]+=.*"))
            .map(line -> line.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0],
                    pair ->
                        pair[1]
                            .replace("%i", instance)
                            .replace("%d", CREDENTIALS)
                            .replace("%C", "/var/cache")
                            .replace("%S", "/var/lib"),
                    (first, last) -> last,
                    LinkedHashMap::new));
    return new ServiceRun(machine, settings, instance);
  }

  /** Runs it to its end, and notes its system calls. */
  Command.Ended run() throws IOException, InterruptedException {
    String user = settings.get("User");
    String state = "/var/lib/" + settings.get("StateDirectory");
    String cache = "/var/cache/" + settings.get("CacheDirectory");
    assertThat(settings)
        .containsEntry("ProtectSystem", "strict")
        .containsEntry("PrivateTmp", "yes");
    assertThat(settings.get("LoadCredential")).isEqualTo("token:/etc/vidiexport/shop.token");
    machine
        .command(
            "sh",
            "-euc",
            """
            install -d -o "$0" -g "$0" -m "$1" "$2"
            install -d -o "$0" -g "$0" -m "$3" "$4"
            install -d -m 755 "$5"
            install -m 400 "$6" "$5/token"
            setfacl -m "u:$0:r" "$5/token"
            test "$(stat -c %a "$5/token")" = 440
            """,
            user,
            settings.get("StateDirectoryMode"),
            state,
            settings.get("CacheDirectoryMode"),
            cache,
            CREDENTIALS,
            settings.get("LoadCredential").split(":")[1])
        .output();
    return machine
        .command(
            "unshare",
            "--mount",
            "sh",
            "-euc",
            """
            mount --bind "$1" "$1"
            mount --bind "$2" "$2"
            mount -o remount,bind,ro /
            mount -t tmpfs tmpfs /tmp
            ! touch /etc/vidiexport/probe 2>/dev/null
            cd "$1"
            umask "$3"
            exec setpriv --reuid "$0" --regid "$0" --init-groups --no-new-privs --bounding-set=-all \\
              env "HOME=$1" "$4" strace -f -c -o "$5" $6
            """,
            user,
            state,
            cache,
            settings.get("UMask"),
            settings.get("Environment"),
            TRACE,
            settings.get("ExecStart"))
        .run();
  }

  /** The system calls that it made. */
  Set<String> systemCalls() throws IOException {
    return Files.readAllLines(machine.file(TRACE)).stream()
        .filter(line -> line.matches(" *[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9]+ .*"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .filter(name -> !name.equals("total"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that the unit allows. */
  Set<String> allowedSystemCalls() throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    add("@default", names);
    for (String group : settings.get("SystemCallFilter").split(" ")) {
      add(group, names);
    }
    return names;
  }

  private void add(String name, Set<String> names) throws IOException, InterruptedException {
    if (!name.startsWith("@")) {
      names.add(name);
      return;
    }
    List<String> members =
        machine.command("systemd-analyze", "--no-pager", "syscall-filter", name).lines();
    for (String member : members) {
      String stripped = member.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#") && !stripped.equals(name)) {
        add(stripped, names);
      }
    }
  }
}

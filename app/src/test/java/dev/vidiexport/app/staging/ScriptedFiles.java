package dev.vidiexport.app.staging;

import dev.vidiexport.app.staging.FileOperations.HeldLock;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The real file system, with every operation recorded, and made to fail or to be the process's last
 * where a test says so. What streams and locks are asked counts as operations too.
 */
final class ScriptedFiles {
  private static final int NEVER = -1;

  private final FileOperations real = new LocalFileOperations();
  private final List<String> operations = new ArrayList<>();
  private final List<HeldLock> locks = new ArrayList<>();
  private final Map<String, Action> before = new HashMap<>();
  private int failingIndex = NEVER;
  private int lastIndex = NEVER;
  private boolean dead;

  /** Lets an operation, counted from 0, fail. */
  ScriptedFiles failingAt(int index) {
    failingIndex = index;
    return this;
  }

  /** Lets the process die instead of doing an operation, counted from 0. */
  ScriptedFiles dyingAt(int index) {
    lastIndex = index;
    return this;
  }

  /** Does something before an operation, each time; what it throws is thrown instead. */
  ScriptedFiles before(String operation, Action action) {
    before.put(operation, action);
    return this;
  }

  FileOperations operations() {
    return wrap(FileOperations.class, real);
  }

  /** The operations so far: their names, and the names of the paths they are about. */
  List<String> recorded() {
    return List.copyOf(operations);
  }

  boolean hasReached(int index) {
    return operations.size() > index;
  }

  /** What the operating system does when a process ends. */
  void giveUpLocks() throws IOException {
    for (HeldLock lock : locks) {
      lock.close();
    }
  }

  private <T> T wrap(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    String paths =
        arguments == null
            ? ""
            : Arrays.stream(arguments)
                .filter(Path.class::isInstance)
                .map(argument -> " " + ((Path) argument).getFileName())
                .collect(Collectors.joining());
    boolean closing = method.getName().equals("close");
    try {
      step(method.getName(), paths);
    } catch (IOException e) {
      if (closing) {
        ((HeldLock) target).close();
      }
      throw e;
    }
    try {
      return wrapped(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object wrapped(Object result) {
    if (result instanceof OutputStream stream) {
      return new ScriptedStream(stream);
    }
    if (result instanceof Optional<?> lock && lock.isPresent()) {
      HeldLock held = (HeldLock) lock.get();
      locks.add(held);
      return Optional.of(wrap(HeldLock.class, held));
    }
    return result;
  }

  private void step(String name, String paths) throws IOException {
    if (dead) {
      throw new Death();
    }
    int index = operations.size();
    operations.add(name + paths);
    if (index == lastIndex) {
      dead = true;
      throw new Death();
    }
    if (index == failingIndex) {
      throw new FileSystemException("injected", null, "failure of " + name);
    }
    Action action = before.get(name);
    if (action != null) {
      action.run();
    }
  }

  interface Action {
    void run() throws IOException;
  }

  /** Stands for SIGKILL: nothing that is asked of the file system afterwards is done. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final class ScriptedStream extends FilterOutputStream {
    ScriptedStream(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      step("write", "");
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      try {
        step("closeStream", "");
      } finally {
        out.close();
      }
    }
  }
}

package io.gatepass.application.port;

import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import java.util.List;
import java.util.Optional;

/**
 * The loopback proxy as a service of the user's own: started at login, and anew when it fails. What
 * it needs to know it reads from the settings, so it follows them when it is restarted.
 */
public interface ProxyService {
  /**
   * The service, if it is installed.
   *
   * @throws StorageFailed if that cannot be read
   */
  Optional<Installation> installed();

  /**
   * What installing would write. Writes nothing.
   *
   * @throws ProxyServiceFailed if there can be no such service here
   */
  Plan plan();

  /**
   * Writes what is planned and starts the service, anew if it runs. Who has installed it first
   * stays known as such.
   *
   * @throws ProxyServiceFailed if there can be no such service here, or it cannot be started; all
   *     is as it was
   * @throws StorageFailed if a file cannot be written; all is as it was
   */
  Installation install(Installer by);

  /**
   * Stops the service and removes every file of it; nothing where it is not installed.
   *
   * @return what the user should know: a service that could not be stopped
   * @throws StorageFailed if a file cannot be removed; running it again removes the rest
   */
  List<String> uninstall();

  /**
   * Starts the installed service, anew if it runs.
   *
   * @throws ProxyServiceFailed if it cannot be started
   */
  void restart();

  /**
   * Stops the installed service until the next login, and waits for it to end.
   *
   * @throws ProxyServiceFailed if it cannot be stopped
   */
  void stop();

  /** Who has installed the service. */
  enum Installer {
    /** {@code gatepass setup}; teardown removes it with the last tool. */
    SETUP,
    /** The user, who keeps it until he removes it. */
    USER
  }

  /**
   * An installed service.
   *
   * @param by who has installed it
   * @param kind what it is on this system: "systemd user unit"
   * @param file the file that defines it, absolute
   * @param current whether the file is as installing would write it now
   */
  record Installation(Installer by, String kind, String file, boolean current) {}

  /**
   * What installing would do.
   *
   * @param kind what it is on this system
   * @param file the file that would be written, absolute
   * @param notes what the user should know: a setting of the environment that the service will not
   *     have
   * @param logs how to see what the service says
   */
  record Plan(String kind, String file, List<String> notes, String logs) {
    /** Copies the list. */
    public Plan {
      notes = List.copyOf(notes);
    }
  }
}

package io.gatepass.application.port;

final class RecordingNoticesTest extends NoticesContract {
  private final RecordingNotices notices = new RecordingNotices();

  @Override
  protected Notices notices() {
    return notices;
  }

  @Override
  protected String said() {
    return String.join("\n", notices.progress()) + String.join("\n", notices.warnings());
  }
}

/** The files that the bench writes for the programs it measures. */
final class Resources {
  /** Two paths for what nginx keeps, what stands beside the server, its port, its locations. */
  static final String NGINX =
      """
      worker_processes 1;
      worker_rlimit_nofile 8192;
      pid %s/nginx.pid;
      error_log %s/error.log crit;
      events { worker_connections 4096; }
      http {
        access_log off;
        keepalive_requests 100000000;
        %s
        server { listen 127.0.0.1:%d backlog=2048; %s }
      }
      """;

  /** A tool that holds the loopback proxy's key, so that the bench can read it. */
  static final String TOOL =
      """
      {
        "id": "bench",
        "displayName": "the bench",
        "mode": "proxy",
        "level": "documented",
        "directory": { "path": { "linux": "~/.bench" } },
        "binaries": [ { "name": "sh" } ],
        "files": [
          {
            "path": "settings.json",
            "format": "jsonc",
            "edits": [ { "at": "/key", "value": "{localKey}" } ]
          }
        ]
      }
      """;

  private Resources() {}
}

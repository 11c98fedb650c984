package io.gatepass.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import io.gatepass.adapters.cli.run.GatepassCli;
import io.gatepass.bootstrap.demo.Demo;
import io.gatepass.bootstrap.module.ApplicationModule;
import io.gatepass.bootstrap.module.CliModule;
import io.gatepass.bootstrap.module.FsModule;
import io.gatepass.bootstrap.module.HttpModule;
import io.gatepass.bootstrap.module.OidcModule;
import io.gatepass.bootstrap.module.ServiceModule;
import io.gatepass.bootstrap.module.WorldModule;
import io.gatepass.bootstrap.module.login.LoginModule;
import io.gatepass.bootstrap.world.World;
import java.util.List;

/** The whole object graph over one world. Tests and the demo share it and swap edges. */
public final class Application {
  private final Injector injector;

  private Application(Injector injector) {
    this.injector = injector;
  }

  /**
   * Wires the graph.
   *
   * @param swapped modules whose bindings replace the usual ones
   */
  public static Application over(World world, Module... swapped) {
    Demo demo = new Demo(world, (inside, edges) -> over(inside, edges).cli());
    List<Module> modules =
        List.of(
            new WorldModule(world),
            new ApplicationModule(),
            new CliModule(demo::tell),
            new FsModule(),
            new HttpModule(),
            new LoginModule(),
            new OidcModule(),
            new ServiceModule());
    // Overriding reads every module twice.
    Module whole =
        swapped.length == 0 ? Modules.combine(modules) : Modules.override(modules).with(swapped);
    return new Application(Guice.createInjector(new Strict(), whole));
  }

  /** The command line. */
  public GatepassCli cli() {
    return injector.getInstance(GatepassCli.class);
  }

  /** Whatever else the graph holds, for the demo and for tests. */
  public <T> T get(Class<T> type) {
    return injector.getInstance(type);
  }

  /** Nothing is bound by accident. */
  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireExactBindingAnnotations();
      binder().requireAtInjectOnConstructors();
      binder().disableCircularProxies();
    }
  }
}

package io.gatepass.bootstrap.module;

import com.google.inject.AbstractModule;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.time.InstantSource;

/** The edges of the graph. */
public final class WorldModule extends AbstractModule {
  private final World world;

  /** Binds that world. */
  public WorldModule(World world) {
    this.world = world;
  }

  @Override
  protected void configure() {
    bind(World.class).toInstance(world);
    bind(Platform.class).toInstance(world.platform());
    bind(ForwardProxies.class).toInstance(ForwardProxies.of(world.platform()));
    bind(Terminal.class).toInstance(world.terminal());
    bind(InstantSource.class).toInstance(world.clock());
  }
}

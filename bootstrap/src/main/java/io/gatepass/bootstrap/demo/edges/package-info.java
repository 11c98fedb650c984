/** Where the demo's object graph differs from the real commands'. */
@NullMarked
package io.gatepass.bootstrap.demo.edges;

import org.jspecify.annotations.NullMarked;

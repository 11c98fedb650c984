/** The rules that web addresses share, whoever's they are. */
@NullMarked
package io.gatepass.domain.web;

import org.jspecify.annotations.NullMarked;

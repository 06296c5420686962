package dev.ephor.testing.house.planted.application;

import dev.ephor.testing.house.planted.rest.RequestPage;

/** Planted: a use case that knows an adapter. */
class Asking {
    RequestPage page = new RequestPage();
}

/** Stands in a bundle for a module that is named there and never called. */
export {};

package engine

// Version names what the parts that come with the engine find: with another
// one, a text may get other annotations. Who keeps annotations compares it, and
// annotates again where it differs. It is raised with every change of a model
// or table, which a test makes sure of, and with changes of the rules.
const Version = "2"

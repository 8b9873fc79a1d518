//! The TypeScript of the whole API, as one text; a test keeps the committed file equal to it.

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{self, Signature};

/// The content of `ui/src/api/generated/bindings.ts`.
pub fn typescript() -> String {
    let config = Config::default();
    let mut all = Declarations::default();
    commands::visit_types(&mut all);
    all.add::<crate::ApiError>(&config);
    let mut text = String::from(
        "// Made from the Rust crate ui-api by `cargo xtask bindings`; never edited by hand.\n",
    );
    for declaration in all.found.values() {
        text.push('\n');
        text.push_str(declaration);
        text.push('\n');
    }
    text.push_str(
        "\n/** Every command with its argument and its reply. */\nexport type Commands = {\n",
    );
    for Signature { name, argument, reply } in commands::signatures(&config) {
        text.push_str(&format!("  {name}: {{ argument: {argument}; reply: {reply} }};\n"));
    }
    text.push_str("};\n");
    text
}

#[derive(Default)]
struct Declarations {
    found: std::collections::BTreeMap<String, String>,
}

impl Declarations {
    fn add<T: TS + 'static + ?Sized>(&mut self, config: &Config) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::name(config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().map(|docs| docs + "\n").unwrap_or_default();
        self.found.insert(name, format!("{docs}export {}", T::decl(config)));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>(&Config::default());
    }
}

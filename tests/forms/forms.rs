//! What the library writes for a form, and what the emulator reads as one, against `multer`, which knows neither.

use futures::executor::block_on;
use futures::stream;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request};
use kinde_api::emulator::Emulator;
use kinde_api::organizations::{AddOrganizationLogo, LogoType, ReadOrganizationLogo};
use kinde_api::{Api, Endpoint, OrgCode};
use multer::bytes::Bytes;

/// A file of a form: its name, its type, its bytes.
type File = (String, String, Vec<u8>);

/// The part `logo`, as `multer` reads it.
fn read_by_multer(content_type: &str, body: &[u8]) -> Result<Option<File>, multer::Error> {
    let boundary = multer::parse_boundary(content_type)?;
    let chunk = Ok::<_, std::convert::Infallible>(Bytes::copy_from_slice(body));
    let mut form = multer::Multipart::new(stream::iter([chunk]), boundary);
    let mut logo = None;
    block_on(async {
        while let Some(field) = form.next_field().await? {
            let is_logo = field.name() == Some("logo") && logo.is_none();
            let file_name = field.file_name().unwrap_or_default().to_owned();
            let media_type = field.content_type().map(ToString::to_string).unwrap_or_default();
            let bytes = field.bytes().await?.to_vec();
            if is_logo {
                logo = Some((file_name, media_type, bytes));
            }
        }
        Ok(logo)
    })
}

/// The same, as the emulator reads it; `None` where it refuses the form.
struct Reader {
    emulator: Emulator,
    api: Api,
    org_code: OrgCode,
}

impl Reader {
    fn new() -> Self {
        let emulator = Emulator::new();
        let api = Api::new("https://acme.kinde.com", emulator.token()).unwrap();
        let org_code = emulator.default_organization();
        Self { emulator, api, org_code }
    }

    fn endpoint(&self, file_name: &str, bytes: &[u8]) -> AddOrganizationLogo {
        AddOrganizationLogo::new(&self.org_code, LogoType::Light, file_name, "image/png", bytes)
    }

    fn request(&self, file_name: &str, bytes: &[u8]) -> Request<Vec<u8>> {
        self.endpoint(file_name, bytes).request(&self.api).unwrap()
    }

    fn read(&self, content_type: &str, body: &[u8]) -> Option<(String, Vec<u8>)> {
        let mut request = self.request("logo", b"");
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_str(content_type).unwrap());
        *request.body_mut() = body.to_vec();
        self.emulator.respond(request).unwrap().status().is_success().then(|| self.logo())
    }

    /// The logo that is there.
    fn logo(&self) -> (String, Vec<u8>) {
        let list = ReadOrganizationLogo::new(&self.org_code);
        let answer = self.emulator.respond(list.request(&self.api).unwrap()).unwrap();
        let file_name = list.response(&answer).unwrap().logos.remove(0).file_name.unwrap();
        (file_name, self.emulator.organization_logo(&self.org_code, LogoType::Light).unwrap().unwrap())
    }
}

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    /// Up to so many of these in a row.
    fn some_of(&mut self, all: &[&str], most: usize) -> String {
        (0..self.below(most + 1)).map(|_| self.one_of(all)).collect()
    }
}

/// What content is made of: all that a boundary is made of, and more.
const CONTENT: [&str; 10] = ["\r\n", "\r", "\n", "-", "--", "----", "B", "--B", "\r\n--B", "x"];

#[test]
fn all_three_agree_on_what_the_library_writes() {
    let reader = Reader::new();
    let mut numbers = Numbers(1);
    let dashes = ["-".repeat(59), "-".repeat(60), "-".repeat(61)];
    let mut pieces = CONTENT.to_vec();
    pieces.extend(dashes.iter().map(String::as_str));
    pieces.extend(["0", "1", "\0", "é"]);
    for _ in 0..2000 {
        let content = numbers.some_of(&pieces, 40);
        let file_name = format!("logo{}.png", numbers.some_of(&["é", " ", ";", "=", "'", "%"], 3));
        let request = reader.request(&file_name, content.as_bytes());
        let content_type = request.headers()[CONTENT_TYPE].to_str().unwrap().to_owned();
        let by_multer = read_by_multer(&content_type, request.body()).unwrap().unwrap();
        assert_eq!(by_multer, (file_name.clone(), "image/png".to_owned(), content.clone().into_bytes()));
        assert_eq!(reader.read(&content_type, request.body()), Some((file_name, content.into_bytes())));
    }
}

#[test]
fn what_the_emulator_reads_multer_reads_too() {
    let reader = Reader::new();
    let mut numbers = Numbers(2);
    let (mut agreed, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let (content_type, body) = form(&mut numbers);
        let by_multer = read_by_multer(content_type, body.as_bytes());
        let by_emulator = reader.read(content_type, body.as_bytes());
        match (by_multer, by_emulator) {
            (Ok(Some((file_name, _, bytes))), Some(read)) => {
                assert_eq!(read, (file_name, bytes), "{body:?}");
                agreed += 1;
            }
            // `multer` is more lenient: it takes a bare line feed for a line's end in headers, say.
            (_, None) => refused += 1,
            (by_multer, read) => panic!("{by_multer:?} and {read:?} for {content_type} and {body:?}"),
        }
    }
    assert!(agreed > 5000 && refused > 2000, "{agreed} agreed, {refused} refused");
}

/// A form, or nearly one.
fn form(numbers: &mut Numbers) -> (&'static str, String) {
    let content_type = numbers.one_of(&[
        "multipart/form-data; boundary=B",
        "multipart/form-data; charset=utf-8; boundary=\"B\"",
        "Multipart/Form-Data;boundary=B",
    ]);
    let mut body = String::new();
    for part in 0..=numbers.below(3) {
        // `multer` takes a boundary within a line for the first one, which RFC 2046 does not.
        body += if part == 0 { "--B" } else { numbers.one_of(&["--B", "--B", "--B", "--B", "--C"]) };
        body += numbers.one_of(&["\r\n", "\r\n", "\r\n", "\r\n", "\r\n", "\n"]);
        let disposition = "Content-Disposition: form-data; name=";
        body += disposition;
        body += numbers.one_of(&["\"logo\"", "\"logo\"", "logo", "\"other\""]);
        body += numbers.one_of(&["; filename=\"a b.png\"", ";filename=a.png", "; filename=\"\""]);
        body += "\r\n";
        body += numbers.one_of(&["Content-Type: image/png\r\n", "content-type:image/png\r\nX-Other: a: b\r\n"]);
        body += numbers.one_of(&["\r\n", "\r\n", "\r\n", "\r\n", "\r\n", ""]);
        let content = numbers.some_of(&["\r\n", "\r", "\n", "-", "--", "B", "--B", "x", "\r\n-"], 8);
        body += &content;
        body += "\r\n";
    }
    body += numbers.one_of(&["--B--\r\n", "--B--\r\n", "--B--", "--B-", ""]);
    (content_type, body)
}

